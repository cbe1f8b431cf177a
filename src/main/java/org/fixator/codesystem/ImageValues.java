package org.fixator.codesystem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Extension;
import org.fixator.coding.Property;
import org.fixator.coding.PropertyType;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;

/** Values of level {@code coding} as parts of an image: what one method writes, its counterpart reads. */
public final class ImageValues {

    private ImageValues() {}

    public static void writeCoding(ImageOutput out, Coding coding) {
        out.text(coding.system());
        out.text(coding.version());
        out.text(coding.code());
        out.text(coding.display());
    }

    public static Coding readCoding(ImageInput in) {
        return new Coding(in.text(), in.text(), in.text(), in.text());
    }

    public static void writeCanonical(ImageOutput out, Canonical canonical) {
        out.text(canonical.url());
        out.text(canonical.version());
    }

    public static Canonical readCanonical(ImageInput in) {
        return new Canonical(in.requiredText(), in.text());
    }

    public static void writeExtension(ImageOutput out, Extension extension) {
        out.text(extension.url());
        out.text(extension.value());
        out.text(extension.json());
    }

    public static Extension readExtension(ImageInput in) {
        return new Extension(in.requiredText(), in.text(), in.requiredText());
    }

    public static void writeProperty(ImageOutput out, Property property) {
        out.text(property.code());
        out.text(property.type().code());
        out.text(property.value());
        out.optional(property.coding(), ImageValues::writeCoding);
        out.text(property.description());
    }

    public static Property readProperty(ImageInput in) {
        return new Property(
                in.requiredText(),
                PropertyType.of(in.requiredText()),
                in.requiredText(),
                in.optional(ImageValues::readCoding),
                in.text());
    }

    /** Values by number. */
    static <T> void writeMap(ImageOutput out, Map<Integer, T> values, BiConsumer<ImageOutput, T> value) {
        List<Integer> keys = values.keySet().stream().sorted().toList();
        out.ints(keys.stream().mapToInt(Integer::intValue).toArray());
        keys.forEach(key -> value.accept(out, values.get(key)));
    }

    static <T> Map<Integer, T> readMap(ImageInput in, Function<ImageInput, T> value) {
        int[] keys = in.ints();
        Map<Integer, T> values = new HashMap<>(keys.length * 4 / 3 + 1);
        for (int key : keys) {
            values.put(key, value.apply(in));
        }
        return values;
    }
}
