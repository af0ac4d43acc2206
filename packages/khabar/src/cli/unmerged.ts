// Tells that an archive's events are not up to date, to whoever asks it.
import type { Archive } from '../store/archive.js';
import type { Io } from './io.js';

export async function tellUnmerged(archive: Archive, where: string, io: Io): Promise<void> {
  if (await archive.isUnmerged())
    io.stderr.write(
      `khabar: a run was broken off: some events are not up to date. Mend: khabar add --archive ${where} with the same articles\n`,
    );
}
