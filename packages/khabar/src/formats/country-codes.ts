// Country codes of older event data: FIPS 10-4 (places in GDELT) and Correlates of War (POLECAT), by ISO 3166 alpha-3 code. `-` where there is none.

const CODES = `
AFG AF 700 | AGO AO 540 | ALB AL 339 | AND AN 232 | ARE AE 696 | ARG AR 160 | ARM AM 371 | ATG AC 58 | AUS AS 900 | AUT AU 305
AZE AJ 373 | BDI BY 516 | BEL BE 211 | BEN BN 434 | BFA UV 439 | BGD BG 771 | BGR BU 355 | BHR BA 692 | BHS BF 31 | BIH BK 346
BLR BO 370 | BLZ BH 80 | BMU BD - | BOL BL 145 | BRA BR 140 | BRB BB 53 | BRN BX 835 | BTN BT 760 | BWA BC 571 | CAF CT 482 | CAN CA 20
CHE SZ 225 | CHL CI 155 | CHN CH 710 | CIV IV 437 | CMR CM 471 | COD CG 490 | COG CF 484 | COK CW - | COL CO 100 | COM CN 581
CPV CV 402 | CRI CS 94 | CUB CU 40 | CYP CY 352 | CZE EZ 316 | DEU GM 255 | DJI DJ 522 | DMA DO 54 | DNK DA 390 | DOM DR 42 | DZA AG 615
ECU EC 130 | EGY EG 651 | ERI ER 531 | ESH WI - | ESP SP 230 | EST EN 366 | ETH ET 530 | FIN FI 375 | FJI FJ 950 | FRA FR 220
FSM FM 987 | GAB GB 481 | GBR UK 200 | GEO GG 372 | GHA GH 452 | GIB GI - | GIN GV 438 | GMB GA 420 | GNB PU 404 | GNQ EK 411
GRC GR 350 | GRD GJ 55 | GRL GL - | GTM GT 90 | GUY GY 110 | HKG HK - | HND HO 91 | HRV HR 344 | HTI HA 41 | HUN HU 310 | IDN ID 850
IND IN 750 | IRL EI 205 | IRN IR 630 | IRQ IZ 645 | ISL IC 395 | ISR IS 666 | ITA IT 325 | JAM JM 51 | JOR JO 663 | JPN JA 740
KAZ KZ 705 | KEN KE 501 | KGZ KG 703 | KHM CB 811 | KIR KR 946 | KNA SC 60 | KOR KS 732 | KOS KV 347 | KWT KU 690 | LAO LA 812
LBN LE 660 | LBR LI 450 | LBY LY 620 | LCA ST 56 | LIE LS 223 | LKA CE 780 | LSO LT 570 | LTU LH 368 | LUX LU 212 | LVA LG 367
MAC MC - | MAR MO 600 | MCO MN 221 | MDA MD 359 | MDG MA 580 | MDV MV 781 | MEX MX 70 | MHL RM 983 | MKD MK 343 | MLI ML 432
MLT MT 338 | MMR BM 775 | MNE MJ 341 | MNG MG 712 | MOZ MZ 541 | MRT MR 435 | MUS MP 590 | MWI MI 553 | MYS MY 820 | NAM WA 565
NER NG 436 | NGA NI 475 | NIC NU 93 | NIU NE - | NLD NL 210 | NOR NO 385 | NPL NP 790 | NRU NR 970 | NZL NZ 920 | OMN MU 698
PAK PK 770 | PAN PM 95 | PER PE 135 | PHL RP 840 | PLW PS 986 | PNG PP 910 | POL PL 290 | PRI RQ - | PRK KN 731 | PRT PO 235
PRY PA 150 | PSE WE - | QAT QA 694 | ROU RO 360 | RUS RS 365 | RWA RW 517 | SAU SA 670 | SDN SU 625 | SEN SG 433 | SGP SN 830
SLB BP 940 | SLE SL 451 | SLV ES 92 | SMR SM 331 | SOM SO 520 | SRB RI 345 | SSD OD 626 | STP TP 403 | SUR NS 115 | SVK LO 317
SVN SI 349 | SWE SW 380 | SWZ WZ 572 | SYC SE 591 | SYR SY 652 | TCD CD 483 | TGO TO 461 | THA TH 800 | TJK TI 702 | TKM TX 701
TLS TT 860 | TON TN 955 | TTO TD 52 | TUN TS 616 | TUR TU 640 | TUV TV 947 | TWN TW 713 | TZA TZ 510 | UGA UG 500 | UKR UP 369
URY UY 165 | USA US 2 | UZB UZ 704 | VAT VT - | VCT VC 57 | VEN VE 101 | VNM VM 816 | VUT NH 935 | WSM WS 990 | YEM YM 679 | ZAF SF 560
ZMB ZA 551 | ZWE ZI 552
`;

const byCountry = new Map(
  CODES.trim()
    .split(/\s*[|\n]\s*/)
    .map((entry) => {
      const [iso = '', fips = '-', cow = '-'] = entry.split(' ');
      return [iso, { fips, cow }];
    }),
);

const known = (code: string | undefined): string | null => (code === undefined || code === '-' ? null : code);

export function fipsOf(country: string | null): string | null {
  return known(byCountry.get(country ?? '')?.fips);
}

export function cowOf(country: string | null): string | null {
  return known(byCountry.get(country ?? '')?.cow);
}
