package org.fixator.catalog;

import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemDescription;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.conceptmap.CompiledConceptMap;
import org.fixator.valueset.ValueSetDefinition;
import org.fixator.wire.NamingSystemDefinition;
import org.jspecify.annotations.Nullable;

/** A resource, ready to answer. */
public sealed interface Content {

    /** Url and version; {@code null} for a resource that cannot be referred to. */
    @Nullable
    Canonical canonical();

    /**
     * What a resource of the same canonical has to have more of to be served instead: {@code complete} before
     * {@code fragment} before {@code example} before {@code not-present}.
     */
    default int rank() {
        return 0;
    }

    /** The release that it came with; {@code null} for what is a resource of its own. */
    default @Nullable Edition edition() {
        return null;
    }

    /** The same as a part of a release; only for what can be one. */
    default Content with(Edition edition) {
        throw new UnsupportedOperationException();
    }

    /** A code system, or a supplement to one. */
    record Codes(CodeSystem system, @Nullable Edition edition) implements Content {

        public Codes(CodeSystem system) {
            this(system, null);
        }

        @Override
        public Canonical canonical() {
            return description().canonical();
        }

        @Override
        public int rank() {
            return switch (description().content()) {
                case COMPLETE -> 3;
                case FRAGMENT -> 2;
                case EXAMPLE -> 1;
                case NOT_PRESENT, SUPPLEMENT -> 0;
            };
        }

        @Override
        public Content with(Edition other) {
            return new Codes(system, other);
        }

        boolean isSupplement() {
            return description().content() == ContentMode.SUPPLEMENT;
        }

        boolean isComplete() {
            return description().content() == ContentMode.COMPLETE;
        }

        private CodeSystemDescription description() {
            return system.description();
        }
    }

    /** A value set. */
    record Values(ValueSetDefinition valueSet) implements Content {

        @Override
        public @Nullable Canonical canonical() {
            return valueSet.canonical();
        }
    }

    /** A concept map. */
    record Mappings(CompiledConceptMap map, @Nullable Edition edition) implements Content {

        public Mappings(CompiledConceptMap map) {
            this(map, null);
        }

        @Override
        public @Nullable Canonical canonical() {
            return map.canonical();
        }

        @Override
        public Content with(Edition other) {
            return new Mappings(map, other);
        }
    }

    /** Names that mean the same system. */
    record Names(NamingSystemDefinition names) implements Content {

        @Override
        public @Nullable Canonical canonical() {
            return null;
        }
    }
}
