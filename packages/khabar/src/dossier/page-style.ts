// How a dossier's page looks, on screen and on paper. Directions are logical (start, end), so that one style serves Arabic and English.

export const PAGE_STYLE = `
:root {
  --ink: #1d2430; --faint: #5d6878; --line: #d9dee6; --paper: #fff; --ground: #f4f2ed; --accent: #8a3b12; --mark: #fbe3b0;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7e9ee; --faint: #a3adbb; --line: #37404d; --paper: #1a1f27; --ground: #12161c; --accent: #f0a576; --mark: #6b4a12; }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 52rem; padding: 3rem 1.5rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.65 "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", "Geeza Pro", Tahoma, system-ui, sans-serif;
}
header, section, footer { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1.5rem 2rem; margin-block-end: 1.25rem; }
header { border-block-start: .35rem solid var(--accent); }
.kind { margin: 0; color: var(--accent); font-weight: 600; }
h1 { margin: .25rem 0 1rem; font-size: 2.1rem; line-height: 1.3; }
h2 { margin: 0 0 1rem; font-size: 1.35rem; color: var(--accent); }
h3 { margin: 0; font-size: 1.08rem; }
h4 { margin: 0; font-size: 1rem; font-weight: 600; }
dl { margin: 0; } dl div { display: flex; gap: .5rem; flex-wrap: wrap; } dt { color: var(--faint); } dd { margin: 0; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-block-start: 1rem; padding-block-start: .75rem; border-block-start: 1px solid var(--line); }
a { color: var(--accent); text-underline-offset: .2em; }
nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
article { padding-block: .85rem; border-block-start: 1px solid var(--line); }
section > article:first-of-type { border-block-start: 0; padding-block-start: 0; }
article article { border: 0; padding-block: .6rem 0; margin-inline-start: 1.25rem; }
.note, .notes { color: var(--faint); margin: .15rem 0 .4rem; font-size: .93rem; }
.notes span + span::before { content: " · "; }
figure { margin: .5rem 0 0; padding-inline-start: 1rem; border-inline-start: .2rem solid var(--line); }
blockquote { margin: 0; font-family: "Noto Naskh Arabic", "Amiri", "Geeza Pro", "Times New Roman", serif; font-size: 1.12rem; line-height: 1.9; }
mark { background: var(--mark); color: inherit; border-radius: .2em; padding-inline: .1em; }
figcaption { color: var(--faint); font-size: .88rem; }
table { width: 100%; border-collapse: collapse; margin-block: .5rem 1.5rem; font-size: .95rem; }
th { text-align: start; color: var(--faint); font-weight: 600; } th, td { padding: .35rem .5rem; border-block-end: 1px solid var(--line); }
.number { text-align: end; font-variant-numeric: tabular-nums; }
footer { color: var(--faint); font-size: .9rem; } footer p { margin: .2rem 0; }
@media print {
  :root { --ink: #000; --faint: #444; --line: #bbb; --paper: #fff; --ground: #fff; --accent: #6b2c0c; --mark: #eee; color-scheme: light; }
  @page { margin: 2cm 1.8cm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  header, section, footer { border: 0; border-radius: 0; padding: 0; margin-block-end: 1.2rem; }
  header { border-block-start: .2rem solid var(--accent); padding-block-start: .6rem; }
  nav { display: none; }
  h2 { break-after: avoid; border-block-end: 1px solid var(--line); } h3, h4 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  mark { text-decoration: underline; }
}
`;
