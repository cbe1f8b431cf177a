package org.fixator.release;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads FHIR resources from FHIR NPM packages ({@code .tgz}), folders, single JSON files, Bundles and NDJSON. Nothing is
 * unpacked to disk: each resource is handed on as it is read, in the order of names in folders and in the order of the
 * archive in packages.
 *
 * <p>Not read are: the package's own files ({@code package.json}, {@code .index.json} and everything else that begins with
 * a dot), the folders of a package that hold no content ({@code other}, {@code example}, {@code tests} and the like), and
 * files that are not JSON by their names. A JSON file without {@code resourceType} is an error: it was meant to be
 * something.
 *
 * @see <a href="https://hl7.org/fhir/packages.html">FHIR packages</a>
 */
public final class FhirPackageReader {

    private static final Set<String> NO_CONTENT =
            Set.of("other", "openapi", "xml", "rdf", "tests", "test", "example", "examples", "bin");

    /** The first bytes of a gzip file, as {@link FileHead} gives them. */
    private static final String GZIP = "\u001f\u008b";

    private final PackageLimits limits;

    public FhirPackageReader(PackageLimits limits) {
        this.limits = limits;
    }

    /**
     * @param source a folder, a package, or a file
     * @throws ReleaseException where something in it cannot be read; what was handed on before stays handed on
     */
    public void read(Path source, Consumer<PackagedResource> sink) {
        if (!Files.exists(source)) {
            throw new ReleaseException(source.toString(), "it does not exist");
        }
        new Reading(new Meter(limits), sink).path(source, true);
    }

    /**
     * As {@link #read}, from files that are open to be read wherever they are. A package is recognised by its first bytes; a
     * file that is neither a package nor JSON or NDJSON by its name is left out.
     */
    public void readFiles(List<ReleaseFile> files, ReadingProgress progress, Consumer<PackagedResource> sink) {
        Reading reading = new Reading(new Meter(limits), sink);
        files.forEach(file -> reading.file(file, progress));
    }

    /** One call of {@link #read}. */
    private static final class Reading {

        private final Meter meter;
        private final Consumer<PackagedResource> sink;

        Reading(Meter meter, Consumer<PackagedResource> sink) {
            this.meter = meter;
            this.sink = sink;
        }

        void path(Path path, boolean named) {
            String origin = path.toString();
            try {
                if (Files.isDirectory(path)) {
                    folder(path);
                } else if (isArchive(path.getFileName())) {
                    try (InputStream in = Files.newInputStream(path)) {
                        archive(origin, in);
                    }
                } else if (isJson(path.getFileName()) || isNdjson(path.getFileName())) {
                    meter.entry(origin);
                    try (InputStream in = Files.newInputStream(path)) {
                        document(origin, isNdjson(path.getFileName()), in);
                    }
                } else if (named) {
                    throw new ReleaseException(
                            origin, "it is neither a folder nor a file of type .json, .ndjson, .tgz or .tar.gz");
                }
            } catch (IOException e) {
                throw ReleaseException.unreadable(origin, e);
            }
        }

        void file(ReleaseFile file, ReadingProgress progress) {
            String name = file.name().substring(file.name().lastIndexOf('!') + 1);
            String head = FileHead.of(file).text();
            boolean isArchive = head.startsWith(GZIP);
            boolean isNameless = isNameless(name, head);
            if (!isArchive && !isNameless && !isContent(name)) {
                return;
            }
            meter.entry(file.name());
            try (InputStream in = new Told(file.open(), progress)) {
                if (isArchive) {
                    archive(file.name(), in);
                } else {
                    document(file.name(), isNameless ? isLines(head) : isNdjson(Path.of(name)), in);
                }
            } catch (IOException e) {
                throw ReleaseException.unreadable(file.name(), e);
            }
        }

        /** Whether it is a resource by its beginning: what is sent as the body of a request may have no name. */
        private static boolean isNameless(String name, String head) {
            return name.indexOf('.') < 0
                    && name.indexOf('/') < 0
                    && head.stripLeading().startsWith("{")
                    && head.contains("\"resourceType\"");
        }

        /** Whether each line is a resource: the first line closes what it opens, and another follows. */
        private static boolean isLines(String head) {
            List<String> lines =
                    head.lines().filter(line -> !line.isBlank()).limit(2).toList();
            return lines.size() == 2
                    && lines.get(0).stripTrailing().endsWith("}")
                    && lines.get(1).stripLeading().startsWith("{");
        }

        private void folder(Path folder) throws IOException {
            boolean isPackage = Files.exists(folder.resolve("package.json"));
            List<Path> children = new ArrayList<>();
            try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
                names.forEach(children::add);
            }
            children.sort(null);
            for (Path child : children) {
                String name = String.valueOf(child.getFileName());
                boolean isDirectory = Files.isDirectory(child);
                boolean skipped = isPackage && isDirectory && NO_CONTENT.contains(name);
                // a link to a folder may lead back to where it is
                boolean linked = isDirectory && Files.isSymbolicLink(child);
                if (!isOwnFile(name) && !skipped && !linked) {
                    path(child, false);
                }
            }
        }

        private void archive(String path, InputStream file) throws IOException {
            try (GzipCompressorInputStream gzip = new GzipCompressorInputStream(new BufferedInputStream(file), true);
                    TarArchiveInputStream tar = new TarArchiveInputStream(gzip, "UTF-8")) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    String origin = path + "!" + entry.getName();
                    meter.entry(origin);
                    EntryNames.requireInside(origin, entry.getName());
                    if (entry.isFile() && isContent(entry.getName())) {
                        InputStream metered = new Metered(
                                tar, () -> meter.ratio(path, gzip.getCompressedCount(), gzip.getUncompressedCount()));
                        document(origin, isNdjson(Path.of(entry.getName())), metered);
                    } else {
                        meter.ratio(path, gzip.getCompressedCount(), gzip.getUncompressedCount());
                    }
                }
            } catch (ZipException e) {
                throw new ReleaseException(path, "it is not a gzip archive: " + e.getMessage(), e);
            }
        }

        private static boolean isContent(String entry) {
            String[] path = entry.split("/", -1);
            for (int i = 0; i < path.length; i++) {
                boolean isFolder = i < path.length - 1;
                if (isOwnFile(path[i]) || (isFolder && i > 0 && NO_CONTENT.contains(path[i]))) {
                    return false;
                }
            }
            Path name = Path.of(path[path.length - 1]);
            return isJson(name) || isNdjson(name);
        }

        private void document(String origin, boolean isNdjson, InputStream in) throws IOException {
            if (isNdjson) {
                lines(origin, new BufferedInputStream(in, 1 << 16));
            } else {
                ResourceScanner.scan(origin, meter.bytes(origin, in), sink);
            }
        }

        private void lines(String origin, InputStream in) throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int number = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    line(origin + ":" + number++, line);
                } else {
                    line.write(b);
                    meter.count(origin, 1, line.size());
                }
            }
            line(origin + ":" + number, line);
        }

        private void line(String origin, ByteArrayOutputStream line) {
            byte[] bytes = line.toByteArray();
            line.reset();
            for (byte b : bytes) {
                if (b != ' ' && b != '\r' && b != '\t') {
                    ResourceScanner.scan(origin, bytes, sink);
                    return;
                }
            }
        }

        private static boolean isOwnFile(String name) {
            return name.startsWith(".") || name.equals("package.json");
        }

        private static boolean isArchive(Path name) {
            return endsWith(name, ".tgz") || endsWith(name, ".tar.gz");
        }

        private static boolean isJson(Path name) {
            return endsWith(name, ".json");
        }

        private static boolean isNdjson(Path name) {
            return endsWith(name, ".ndjson");
        }

        private static boolean endsWith(Path name, String suffix) {
            return name.toString().toLowerCase(Locale.ROOT).endsWith(suffix);
        }
    }

    /** An entry of an archive, the archive being checked with each piece that is read. */
    private static final class Metered extends InputStream {

        private final InputStream entry;
        private final Runnable check;

        Metered(InputStream entry, Runnable check) {
            this.entry = entry;
            this.check = check;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = entry.read(buffer, offset, length);
            check.run();
            return n;
        }
    }

    /** Tells how much was read. */
    private static final class Told extends FilterInputStream {

        private final ReadingProgress progress;

        Told(InputStream in, ReadingProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            progress.read(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            progress.read(Math.max(0, read));
            return read;
        }
    }
}
