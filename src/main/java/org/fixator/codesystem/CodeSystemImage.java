package org.fixator.codesystem;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.fixator.index.Image;
import org.fixator.index.Image.Kind;
import org.fixator.index.ImageException;
import org.fixator.index.ImageInput;
import org.fixator.index.ImageOutput;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TableCodeSystem} as an {@link Image}. Everything is written as it is held, so that reading copies arrays; the
 * order of the codes and the text index are written where they have been built. What depends on the day, whether a
 * concept is inactive, is computed when the image is read.
 */
public final class CodeSystemImage {

    private CodeSystemImage() {}

    /** The stream stays open. */
    public static void write(TableCodeSystem system, OutputStream to) {
        Image.write(to, Kind.CODE_SYSTEM, out -> core(system, out), out -> derived(system, out));
    }

    private static void core(TableCodeSystem system, ImageOutput out) {
        DescriptionImage.write(out, system.description());
        system.table().write(out);
    }

    private static void derived(TableCodeSystem system, ImageOutput out) {
        system.table().writeDerived(out);
        system.writeSearch(out);
    }

    /**
     * @throws ImageException where it is damaged or of a format that is not known
     */
    public static TableCodeSystem read(ByteBuffer image) {
        Image opened = Image.open(image, Kind.CODE_SYSTEM);
        try {
            return read(opened.core(), opened.derived());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw ImageException.inconsistent(e);
        }
    }

    private static TableCodeSystem read(ImageInput in, @Nullable ImageInput derived) {
        CodeSystemDescription description = DescriptionImage.read(in);
        ConceptTable table = ConceptTable.read(in, derived, description);
        return TableCodeSystem.read(description, table, derived);
    }
}
