package org.fixator.release;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens what an operator names: files, folders with all that is below them, and zip archives with all their entries, each
 * as a list of {@link ReleaseFile}s in the order of names. Nothing is unpacked to disk. A zip is recognised by its first
 * bytes; an office document, which is a zip too, is one file.
 *
 * <p>What hides itself (a name that begins with a dot, {@code __MACOSX}) is left out, and so are links to folders.
 */
public final class ReleaseFiles {

    private ReleaseFiles() {}

    /**
     * @throws ReleaseException where a path does not exist, an archive is broken, or there is more than the limits allow
     */
    public static List<ReleaseFile> open(List<Path> paths, PackageLimits limits) {
        Opening opening = new Opening(new Meter(limits));
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ReleaseException(nameOf(path), "it does not exist");
            }
            opening.path(path, nameOf(path));
        }
        return List.copyOf(opening.files);
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** One call of {@link #open}. */
    private static final class Opening {

        private final Meter meter;
        private final List<ReleaseFile> files = new ArrayList<>();

        Opening(Meter meter) {
            this.meter = meter;
        }

        void path(Path path, String name) {
            try {
                if (Files.isDirectory(path)) {
                    folder(path, name);
                } else if (ZipArchive.isZip(path)) {
                    files.addAll(ZipArchive.read(path, name, meter));
                } else {
                    meter.entry(name);
                    meter.count(name, Files.size(path), Files.size(path));
                    files.add(new DiskFile(path, name));
                }
            } catch (IOException e) {
                throw ReleaseException.unreadable(name, e);
            }
        }

        private void folder(Path folder, String name) throws IOException {
            List<Path> children = new ArrayList<>();
            try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
                names.forEach(children::add);
            }
            children.sort(null);
            for (Path child : children) {
                // a link to a folder may lead back to where it is
                boolean linked = Files.isSymbolicLink(child) && Files.isDirectory(child);
                if (!isHidden(nameOf(child)) && !linked) {
                    path(child, name + "/" + nameOf(child));
                }
            }
        }
    }

    static boolean isHidden(String name) {
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    /** A file on disk. */
    private record DiskFile(Path path, String name) implements ReleaseFile {

        @Override
        public long size() {
            try {
                return Files.size(path);
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public InputStream open() throws IOException {
            return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        }
    }
}
