package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.fixator.coding.Extension;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.index.Section;

/** The extensions of all concepts. Few concepts have any: 4 bytes a concept where at least one has, else nothing. */
final class ExtensionTable {

    private final IntLists rows;
    private final List<Extension> extensions;

    private ExtensionTable(IntLists rows, List<Extension> extensions) {
        this.rows = rows;
        this.extensions = extensions;
    }

    List<Extension> get(int ordinal) {
        if (rows.count(ordinal) == 0) {
            return List.of();
        }
        List<Extension> found = new ArrayList<>();
        for (int i = rows.start(ordinal); i < rows.end(ordinal); i++) {
            found.add(extensions.get(rows.entry(i)));
        }
        return found;
    }

    int count(int ordinal) {
        return rows.count(ordinal);
    }

    /** Visits all extensions with this url. */
    void forEach(String url, ObjIntConsumer<Extension> visitor) {
        for (int ordinal = 0; ordinal < rows.size() && !extensions.isEmpty(); ordinal++) {
            for (int i = rows.start(ordinal); i < rows.end(ordinal); i++) {
                Extension extension = extensions.get(rows.entry(i));
                if (extension.url().equals(url)) {
                    visitor.accept(extension, ordinal);
                }
            }
        }
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        out.section(Section.EXTENSIONS);
        rows.write(out);
        out.list(extensions, ImageValues::writeExtension);
    }

    /** Reads what {@link #write} wrote. */
    static ExtensionTable read(ImageInput in) {
        in.section(Section.EXTENSIONS);
        return new ExtensionTable(IntLists.read(in), List.copyOf(in.list(ImageValues::readExtension)));
    }

    static final class Builder {

        private final Ints ordinals = new Ints();
        private final Ints numbers = new Ints();
        private final List<Extension> extensions = new ArrayList<>();

        void add(int ordinal, Extension extension) {
            ordinals.add(ordinal);
            numbers.add(extensions.size());
            extensions.add(extension);
        }

        ExtensionTable freeze(int size) {
            return new ExtensionTable(IntLists.of(size, ordinals, numbers), List.copyOf(extensions));
        }
    }
}
