package org.fixator.codesystem;

import java.util.List;
import java.util.function.Consumer;
import org.fixator.coding.Designation;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.index.CodeDictionary;
import org.fixator.index.Hierarchy;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.IntLists;
import org.fixator.index.OrdinalSet;
import org.fixator.index.Section;
import org.fixator.index.SharedTexts;
import org.fixator.index.TextSource;
import org.fixator.index.Texts;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * All concepts of a code system version in columns. A concept is an ordinal, in the order of the source.
 *
 * @param displays address of each display
 * @param definitions address of each definition; {@code null} where no concept has one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ConceptTable(
        Texts texts,
        CodeDictionary codes,
        int[] displays,
        int @Nullable [] definitions,
        DesignationTable designationTable,
        PropertyTable propertyTable,
        ExtensionTable extensionTable,
        Hierarchy hierarchy,
        ConceptStatus statuses) {

    /** The same concepts, with the texts that another table has too taken from there. */
    ConceptTable sharing(ConceptTable other) {
        SharedTexts shared = new SharedTexts(texts, other.texts);
        shared.offer(other.codes.addresses());
        shared.offer(other.displays);
        if (other.definitions != null) {
            shared.offer(other.definitions);
        }
        shared.offer(other.designationTable.texts());
        shared.offer(other.propertyTable.addresses());
        int[] ownCodes = shared.map(codes.addresses());
        int[] ownDisplays = shared.map(displays);
        int[] ownDefinitions = definitions == null ? null : shared.map(definitions);
        DesignationTable ownDesignations = designationTable.in(shared::map);
        int[] ownValues = shared.map(propertyTable.addresses());
        Texts all = shared.freeze();
        return new ConceptTable(
                all,
                codes.in(all, ownCodes),
                ownDisplays,
                ownDefinitions,
                ownDesignations,
                propertyTable.in(all, ownValues),
                extensionTable,
                hierarchy,
                statuses);
    }

    /** The core of an image. */
    void write(ImageOutput out) {
        texts.write(out);
        codes.write(out);
        out.section(Section.COLUMNS);
        out.ints(displays);
        out.ints(definitions);
        designationTable.write(out);
        propertyTable.write(out);
        extensionTable.write(out);
        hierarchy.write(out);
    }

    /** The derived part of an image. */
    void writeDerived(ImageOutput out) {
        codes.writeDerived(out);
        propertyTable.writeDerived(out);
        hierarchy.writeDerived(out);
    }

    /** Reads what {@link #write} and {@link #writeDerived} wrote; what is not there is computed. */
    static ConceptTable read(ImageInput in, @Nullable ImageInput derived, CodeSystemDescription description) {
        Texts texts = Texts.read(in);
        CodeDictionary codes = CodeDictionary.read(in, derived, texts);
        in.section(Section.COLUMNS);
        int[] displays = in.ints();
        ImageInput.requireLength(codes.size(), displays.length);
        int[] definitions = in.optionalInts();
        DesignationTable designations = DesignationTable.read(in);
        PropertyTable properties = PropertyTable.read(texts, in, derived);
        ExtensionTable extensions = ExtensionTable.read(in);
        Hierarchy hierarchy = Hierarchy.read(in, derived);
        ImageInput.requireLength(codes.size(), hierarchy.parents().size());
        return new ConceptTable(
                texts,
                codes,
                displays,
                definitions,
                designations,
                properties,
                extensions,
                hierarchy,
                ConceptStatus.of(codes.size(), properties, extensions, description.properties()));
    }

    int size() {
        return codes.size();
    }

    String code(int ordinal) {
        return codes.code(ordinal);
    }

    void code(int ordinal, Utf8Sink sink) {
        codes.code(ordinal, sink);
    }

    boolean hasDisplay(int ordinal) {
        return displays[ordinal] != Texts.NONE;
    }

    void display(int ordinal, Utf8Sink sink) {
        if (displays[ordinal] != Texts.NONE) {
            texts.get(displays[ordinal], sink);
        }
    }

    @Nullable
    String display(int ordinal) {
        return textOrNull(displays[ordinal]);
    }

    @Nullable
    String definition(int ordinal) {
        return definitions == null ? null : textOrNull(definitions[ordinal]);
    }

    List<Designation> designations(int ordinal) {
        return designationTable.get(ordinal, texts);
    }

    boolean hasDesignations(int ordinal) {
        return designationTable.texts().count(ordinal) > 0;
    }

    boolean hasExtensions(int ordinal) {
        return extensionTable.count(ordinal) > 0;
    }

    List<Property> properties(int ordinal) {
        return propertyTable.get(ordinal);
    }

    List<Extension> extensions(int ordinal) {
        return extensionTable.get(ordinal);
    }

    OrdinalSet all() {
        return OrdinalSet.range(0, size());
    }

    TextSource textSource() {
        IntLists names = designationTable.texts();
        return new TextSource() {
            @Override
            public int size() {
                return ConceptTable.this.size();
            }

            @Override
            public @Nullable String display(int ordinal) {
                return ConceptTable.this.display(ordinal);
            }

            @Override
            public void display(int ordinal, Utf8Sink sink) {
                ConceptTable.this.display(ordinal, sink);
            }

            @Override
            public void forEachName(int ordinal, Consumer<String> visitor) {
                for (int i = names.start(ordinal); i < names.end(ordinal); i++) {
                    visitor.accept(texts.get(names.entry(i)));
                }
            }
        };
    }

    private @Nullable String textOrNull(int address) {
        return address == Texts.NONE ? null : texts.get(address);
    }
}
