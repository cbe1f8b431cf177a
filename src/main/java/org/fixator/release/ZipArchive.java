package org.fixator.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The entries of a zip archive as files of a release. What the archive says of its sizes is checked against the limits
 * before anything is unpacked, and against the truth, with the checksum, while an entry is read.
 */
final class ZipArchive {

    private static final byte[] MAGIC = {'P', 'K', 3, 4};
    private static final int SHORTEST_END = 22;
    private static final int LONGEST_END = SHORTEST_END + 0xFFFF;
    private static final String OFFICE_DOCUMENT = "[Content_Types].xml";

    private ZipArchive() {}

    static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                return false;
            }
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return zip.getEntry(OFFICE_DOCUMENT) == null;
        } catch (ZipException e) {
            return true; // and reading it says what is wrong
        }
    }

    /** The files in the archive, in the order of their names. */
    static List<ReleaseFile> read(Path path, String name, Meter meter) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String origin = name + "!" + entry.getName();
                meter.entry(origin);
                EntryNames.requireInside(origin, entry.getName());
                if (!seen.add(entry.getName())) {
                    throw new ReleaseException(origin, "the archive holds two files of this name");
                }
                if (!entry.isDirectory() && !isHidden(entry.getName())) {
                    meter.count(origin, entry.getSize(), entry.getSize());
                    meter.ratio(origin, entry.getCompressedSize(), entry.getSize());
                    files.add(new Entry(path, origin, entry.getName(), entry.getSize(), entry.getCrc()));
                }
            }
        } catch (ZipException e) {
            String reason = hasEnd(path)
                    ? "it is not a zip archive that can be read: " + e.getMessage()
                    : "the archive is incomplete: its end, which lists what is in it, is missing";
            throw new ReleaseException(name, reason, e);
        }
        files.sort((a, b) -> a.name().compareTo(b.name()));
        return files;
    }

    /** Whether there is the record with which every zip ends, before a comment of at most 64 KiB. */
    private static boolean hasEnd(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] last = new byte[(int) Math.min(file.length(), LONGEST_END)];
            file.seek(file.length() - last.length);
            file.readFully(last);
            int end = new String(last, StandardCharsets.ISO_8859_1).lastIndexOf("PK\5\6");
            return end >= 0 && last.length - end >= SHORTEST_END;
        }
    }

    private static boolean isHidden(String entry) {
        return Arrays.stream(entry.split("/", -1)).anyMatch(ReleaseFiles::isHidden);
    }

    private record Entry(Path archive, String name, String entry, long size, long crc) implements ReleaseFile {

        @Override
        public InputStream open() throws IOException {
            ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
            try {
                InputStream in = zip.getInputStream(zip.getEntry(entry));
                if (in == null) {
                    throw new ZipException("the entry has gone");
                }
                return new Checked(in, zip, this);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }
    }

    /** Compares size and checksum with what the archive says. */
    private static final class Checked extends FilterInputStream {

        private final ZipFile zip;
        private final Entry entry;
        private final CRC32 crc = new CRC32();
        private long read;

        Checked(InputStream in, ZipFile zip, Entry entry) {
            super(in);
            this.zip = zip;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n;
            try {
                n = super.read(buffer, offset, length);
            } catch (ZipException e) {
                throw new ReleaseException(entry.name(), "it cannot be unpacked: " + e.getMessage(), e);
            }
            if (n > 0) {
                read += n;
                crc.update(buffer, offset, n);
            }
            if (read > entry.size() || (n < 0 && (read != entry.size() || crc.getValue() != entry.crc()))) {
                throw new ReleaseException(
                        entry.name(), "what it unpacks to is not what the archive says: size or checksum differ");
            }
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(count, 1 << 16)]));
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                zip.close();
            }
        }
    }
}
