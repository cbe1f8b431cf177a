package org.fixator.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fixator.release.ReleaseFile;

/** Opens files as they are, and folders with all their files. */
public final class PlainFiles implements FileOpener {

    @Override
    public Opened open(List<Path> paths) throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        for (Path path : paths) {
            try (Stream<Path> all = Files.walk(path)) {
                all.filter(Files::isRegularFile).map(PlainFiles::file).forEach(files::add);
            }
        }
        return new Opened() {
            @Override
            public List<ReleaseFile> files() {
                return files;
            }

            @Override
            public void close() {}
        };
    }

    private static ReleaseFile file(Path path) {
        return new ReleaseFile() {
            @Override
            public String name() {
                return String.valueOf(path.getFileName());
            }

            @Override
            public long size() {
                return path.toFile().length();
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }
        };
    }
}
