package org.fixator.codesystem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.index.Section;
import org.fixator.index.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The designations of all concepts: for each concept its texts, and parallel to them what kind of designation each is.
 * Languages, uses and statuses are few, so a kind is an index into a short list. Cost: 8 bytes a designation and 4 a
 * concept; nothing where there is no designation.
 */
final class DesignationTable {

    private final IntLists texts;
    private final IntLists kinds;
    private final List<Kind> kind;
    private final @Nullable IntLists extensions;
    private final List<List<Extension>> extension;

    private DesignationTable(
            IntLists texts,
            IntLists kinds,
            List<Kind> kind,
            @Nullable IntLists extensions,
            List<List<Extension>> extension) {
        this.texts = texts;
        this.kinds = kinds;
        this.kind = kind;
        this.extensions = extensions;
        this.extension = extension;
    }

    List<Designation> get(int ordinal, Texts store) {
        int count = texts.count(ordinal);
        if (count == 0) {
            return List.of();
        }
        List<Designation> designations = new ArrayList<>(count);
        for (int i = texts.start(ordinal); i < texts.end(ordinal); i++) {
            Kind k = kind.get(kinds.entry(i));
            List<Extension> extended = extensions == null ? List.of() : extension.get(extensions.entry(i));
            designations.add(new Designation(k.language(), k.use(), store.get(texts.entry(i)), k.status(), extended));
        }
        return designations;
    }

    /** Addresses of the texts of all designations. */
    IntLists texts() {
        return texts;
    }

    /** The same designations in other texts. */
    DesignationTable in(IntUnaryOperator address) {
        return new DesignationTable(texts.map(address), kinds, kind, extensions, extension);
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        out.section(Section.DESIGNATIONS);
        texts.write(out);
        kinds.write(out);
        out.list(kind, Kind::write);
        out.optional(extensions, (to, lists) -> lists.write(to));
        out.list(extension, (to, list) -> to.list(list, ImageValues::writeExtension));
    }

    /** Reads what {@link #write} wrote. */
    static DesignationTable read(ImageInput in) {
        in.section(Section.DESIGNATIONS);
        return new DesignationTable(
                IntLists.read(in),
                IntLists.read(in),
                List.copyOf(in.list(Kind::read)),
                in.optional(IntLists::read),
                List.copyOf(in.list(list -> List.copyOf(list.list(ImageValues::readExtension)))));
    }

    private record Kind(@Nullable String language, @Nullable Coding use, @Nullable String status) {

        boolean is(@Nullable String language, @Nullable Coding use, @Nullable String status) {
            return Objects.equals(this.language, language)
                    && Objects.equals(this.use, use)
                    && Objects.equals(this.status, status);
        }

        static void write(ImageOutput out, Kind kind) {
            out.text(kind.language());
            out.optional(kind.use(), ImageValues::writeCoding);
            out.text(kind.status());
        }

        static Kind read(ImageInput in) {
            return new Kind(in.text(), in.optional(ImageValues::readCoding), in.text());
        }
    }

    static final class Builder {

        private final Texts.Builder store;
        private final Ints ordinals = new Ints();
        private final Ints texts = new Ints();
        private final Ints kinds = new Ints();
        private final Ints extensions = new Ints();
        private final List<Kind> kind = new ArrayList<>();
        private final Map<Kind, Integer> numbers = new HashMap<>();
        /** The number of the kind before, which in a release is nearly always that of the next. */
        private int last;

        private final List<List<Extension>> extension = new ArrayList<>(List.of(List.of()));

        Builder(Texts.Builder store) {
            this.store = store;
        }

        void add(int ordinal, Designation designation) {
            int number = number(designation.language(), designation.use(), designation.status());
            add(ordinal, store.add(designation.value()), number);
            extensions.put(extensions.size() - 1, designation.extensions().isEmpty() ? 0 : extension.size());
            if (!designation.extensions().isEmpty()) {
                extension.add(designation.extensions());
            }
        }

        /** Adds a designation; one that reads as the text at {@code display} shares it. */
        void add(
                int ordinal,
                @Nullable String language,
                @Nullable Coding use,
                byte[] buffer,
                int from,
                int to,
                int display) {
            boolean isDisplay = display != Texts.NONE && store.equals(display, buffer, from, to);
            add(ordinal, isDisplay ? display : store.add(buffer, from, to), number(language, use, null));
        }

        private void add(int ordinal, int text, int kindNumber) {
            ordinals.add(ordinal);
            texts.add(text);
            kinds.add(kindNumber);
            extensions.add(0);
        }

        DesignationTable freeze(int size) {
            IntLists rows = IntLists.of(size, ordinals, texts);
            boolean extended = extension.size() > 1;
            return new DesignationTable(
                    rows,
                    rows.parallel(ordinals, kinds),
                    List.copyOf(kind),
                    extended ? rows.parallel(ordinals, extensions) : null,
                    List.copyOf(extension));
        }

        private int number(@Nullable String language, @Nullable Coding use, @Nullable String status) {
            if (!kind.isEmpty() && kind.get(last).is(language, use, status)) {
                return last;
            }
            Kind wanted = new Kind(language, use, status);
            last = numbers.computeIfAbsent(wanted, unknown -> kind.size());
            if (last == kind.size()) {
                kind.add(wanted);
            }
            return last;
        }
    }
}
