package org.fixator.conceptmap;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.fixator.index.Image;
import org.fixator.index.Image.Kind;
import org.fixator.index.ImageException;

/** A {@link CompiledConceptMap} as an {@link Image}, written as it is held. */
public final class ConceptMapImage {

    private ConceptMapImage() {}

    /** The stream stays open. */
    public static void write(CompiledConceptMap map, OutputStream to) {
        Image.write(to, Kind.CONCEPT_MAP, map::write, map::writeDerived);
    }

    /**
     * @throws ImageException where it is damaged or of a format that is not known
     */
    public static CompiledConceptMap read(ByteBuffer image) {
        Image opened = Image.open(image, Kind.CONCEPT_MAP);
        try {
            return CompiledConceptMap.read(opened.core(), opened.derived());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw ImageException.inconsistent(e);
        }
    }
}
