package org.fixator.codesystem;

import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.fixator.index.Section;

/** A {@link CodeSystemDescription} as a section of an image. */
final class DescriptionImage {

    private DescriptionImage() {}

    static void write(ImageOutput out, CodeSystemDescription system) {
        out.section(Section.DESCRIPTION);
        ImageValues.writeCanonical(out, system.canonical());
        out.text(system.name());
        out.text(system.title());
        out.text(system.status());
        out.flag(system.experimental());
        out.text(system.standardsStatus());
        out.text(system.content().code());
        out.flag(system.caseSensitive());
        out.text(system.hierarchyMeaning());
        out.flag(system.compositional());
        out.flag(system.versionNeeded());
        out.text(system.language());
        out.text(system.versionAlgorithm());
        out.optional(system.supplements(), ImageValues::writeCanonical);
        out.text(system.valueSet());
        out.text(system.copyright());
        out.list(system.properties(), DescriptionImage::writeProperty);
        out.list(system.filters(), DescriptionImage::writeFilter);
        out.list(system.extensions(), ImageValues::writeExtension);
    }

    static CodeSystemDescription read(ImageInput in) {
        in.section(Section.DESCRIPTION);
        return new CodeSystemDescription(
                ImageValues.readCanonical(in),
                in.text(),
                in.text(),
                in.text(),
                in.flag(),
                in.text(),
                ContentMode.of(in.requiredText()),
                in.flag(),
                in.text(),
                in.flag(),
                in.flag(),
                in.text(),
                in.text(),
                in.optional(ImageValues::readCanonical),
                in.text(),
                in.text(),
                in.list(DescriptionImage::readProperty),
                in.list(DescriptionImage::readFilter),
                in.list(ImageValues::readExtension));
    }

    private static void writeProperty(ImageOutput out, PropertyDefinition property) {
        out.text(property.code());
        out.text(property.uri());
        out.text(property.description());
        out.text(property.type().code());
    }

    private static PropertyDefinition readProperty(ImageInput in) {
        return new PropertyDefinition(in.requiredText(), in.text(), in.text(), PropertyType.of(in.requiredText()));
    }

    private static void writeFilter(ImageOutput out, FilterDefinition filter) {
        out.text(filter.code());
        out.list(filter.operators(), ImageOutput::text);
    }

    private static FilterDefinition readFilter(ImageInput in) {
        return new FilterDefinition(in.requiredText(), in.list(ImageInput::requiredText));
    }
}
