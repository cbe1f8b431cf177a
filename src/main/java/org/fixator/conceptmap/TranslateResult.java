package org.fixator.conceptmap;

import java.util.List;
import java.util.Objects;
import org.fixator.coding.Canonical;
import org.fixator.coding.Coding;
import org.fixator.coding.Property;
import org.fixator.index.Utf8Sink;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code $translate}.
 *
 * @param result whether there is at least one match that is one
 * @param message what there is to say, where there is something
 */
public record TranslateResult(boolean result, @Nullable String message, List<Match> matches) {

    public TranslateResult {
        matches = List.copyOf(matches);
    }

    /**
     * One mapping found. Nearly all are rows of a map, and are written from there: nothing is made of them before. Immutable;
     * equal where all values are.
     */
    public static final class Match {

        private final Coding asked;
        private final MatchRows rows;
        private final int row;

        /**
         * @param map canonical of the map that says so
         * @param relationship as the map states it: how its target relates to its source, also when translating in reverse
         * @param asked the coding of the request that was translated
         * @param coding the concept in the other system; {@code null} where the map states that there is none
         * @param dependsOn conditions under which the mapping holds; they are met where the request named any
         * @param products further values that come with the mapping
         * @param properties R5's properties of the target
         */
        public Match(
                @Nullable String map,
                Relationship relationship,
                Coding asked,
                @Nullable Coding coding,
                @Nullable String comment,
                List<DependsOn> dependsOn,
                List<DependsOn> products,
                List<Property> properties) {
            this(
                    asked,
                    new StatedMatch(
                            map,
                            relationship,
                            coding,
                            new MapTarget(null, null, relationship, comment, dependsOn, products, properties)),
                    0);
        }

        Match(Coding asked, MatchRows rows, int row) {
            this.asked = asked;
            this.rows = rows;
            this.row = row;
        }

        /** Canonical of the map that says so; {@code null} for a map without url. */
        public @Nullable String map() {
            return rows.map();
        }

        /** As the map states it: how its target relates to its source, also when translating in reverse. */
        public Relationship relationship() {
            return rows.relationship(row);
        }

        /** The coding of the request that was translated. */
        public Coding asked() {
            return asked;
        }

        /** Whether there is a concept in the other system: a map may state that there is none. */
        public boolean hasCoding() {
            return rows.hasCoding(row);
        }

        /** The concept in the other system; {@code null} where there is none. Made anew with each call. */
        public @Nullable Coding coding() {
            return rows.coding(row);
        }

        /** Whether the concept stands in a map: then {@link #system}, {@link #code} and {@link #display} tell it, too. */
        public boolean isInMap() {
            return rows instanceof MapSide;
        }

        /** @throws IllegalStateException where the concept stands in no map; so do those below */
        public @Nullable Canonical system() {
            return side().system(row);
        }

        /** Hands over the code. There must be a concept. */
        public void code(Utf8Sink sink) {
            side().code(row, sink);
        }

        public boolean hasDisplay() {
            return side().hasDisplay(row);
        }

        /** Hands over the display. There must be one. */
        public void display(Utf8Sink sink) {
            side().display(row, sink);
        }

        private MapSide side() {
            if (rows instanceof MapSide side) {
                return side;
            }
            throw new IllegalStateException("The match is no row of a map");
        }

        /** Whether there is neither a comment nor a condition, product or property. */
        public boolean isPlain() {
            return rows.detail(row) == null;
        }

        boolean isConditional() {
            return !dependsOn().isEmpty();
        }

        public @Nullable String comment() {
            MapTarget detail = rows.detail(row);
            return detail == null ? null : detail.comment();
        }

        /** Conditions under which the mapping holds; they are met where the request named any. */
        public List<DependsOn> dependsOn() {
            MapTarget detail = rows.detail(row);
            return detail == null ? List.of() : detail.dependsOn();
        }

        /** Further values that come with the mapping. */
        public List<DependsOn> products() {
            MapTarget detail = rows.detail(row);
            return detail == null ? List.of() : detail.products();
        }

        /** R5's properties of the target. */
        public List<Property> properties() {
            MapTarget detail = rows.detail(row);
            return detail == null ? List.of() : detail.properties();
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Match other
                    && isSameCoding(other)
                    && relationship() == other.relationship()
                    && asked.equals(other.asked)
                    && Objects.equals(map(), other.map())
                    && ((isPlain() && other.isPlain()) || isSameDetail(other));
        }

        /** Codes tell most apart at once, and within a map they are numbers. */
        private boolean isSameCoding(Match other) {
            return (rows instanceof MapSide side && side.equals(other.rows))
                    ? side.isSameCoding(row, other.row)
                    : Objects.equals(coding(), other.coding());
        }

        private boolean isSameDetail(Match other) {
            return Objects.equals(comment(), other.comment())
                    && dependsOn().equals(other.dependsOn())
                    && products().equals(other.products())
                    && properties().equals(other.properties());
        }

        @Override
        public int hashCode() {
            int hash = rows.codingHash(row) * 31 + relationship().equivalence().hashCode();
            return (hash * 31 + Objects.hashCode(comment())) * 31 + dependsOn().hashCode();
        }
    }
}
