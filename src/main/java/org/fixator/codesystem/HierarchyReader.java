package org.fixator.codesystem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fixator.coding.Coding;
import org.fixator.coding.ContentMode;
import org.fixator.coding.PropertyType;
import org.fixator.index.CodeDictionary;
import org.fixator.index.Folding;
import org.fixator.index.IntLists;
import org.fixator.index.Ints;
import org.fixator.issue.CodeSystemMessages;
import org.fixator.issue.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Collects the edges of a hierarchy while a code system is built: those of nesting, and in the end those that properties
 * state.
 */
final class HierarchyReader {

    private final CodeDictionary.Builder codes;
    private final PropertyTable.Builder properties;
    private final Ints children = new Ints();
    private final Ints parents = new Ints();
    private final Ints readRows = new Ints();

    HierarchyReader(CodeDictionary.Builder codes, PropertyTable.Builder properties) {
        this.codes = codes;
        this.properties = properties;
    }

    void add(int child, int parent) {
        children.add(child);
        parents.add(parent);
    }

    /** Reads the properties that mean parent or child, and reports those that name no concept of a complete system. */
    void read(CodeSystemDescription description, int size, List<Issue> issues) {
        Map<String, ConceptProperty> meanings = ConceptProperty.meanings(description.properties());
        boolean complete = description.content() == ContentMode.COMPLETE;
        Finder finder = new Finder(codes, size, description.caseSensitive());
        for (int row = 0; row < properties.rows(); row++) {
            int value = properties.rowValue(row);
            ConceptProperty meaning = meanings.get(properties.name(value));
            if (meaning == ConceptProperty.PARENT || meaning == ConceptProperty.CHILD) {
                String code = codeOfOwn(value, description.url());
                if (code != null) {
                    int other = finder.find(code);
                    if (other != CodeDictionary.NONE) {
                        addEdge(row, other, meaning);
                    } else if (complete) {
                        String concept = codes.code(properties.rowOrdinal(row));
                        issues.add(CodeSystemMessages.orphan(
                                description.canonical().toString(), concept, code));
                    }
                }
            }
        }
    }

    /**
     * Rows of the properties {@code parent} and {@code child} that have become edges, and so are not kept as properties.
     * Properties of the same meaning but another name are kept, because nothing else would show them.
     */
    Ints readRows() {
        return readRows;
    }

    /** The parents of each concept, each once. */
    IntLists parents(int size) {
        IntLists all = IntLists.of(size, children, parents);
        if (all.entries() == 0) {
            return all;
        }
        Ints distinctChildren = new Ints(all.entries());
        Ints distinctParents = new Ints(all.entries());
        for (int child = 0; child < size; child++) {
            for (int i = all.start(child); i < all.end(child); i++) {
                if (!isRepeated(all, all.start(child), i)) {
                    distinctChildren.add(child);
                    distinctParents.add(all.entry(i));
                }
            }
        }
        return distinctParents.size() == all.entries() ? all : IntLists.of(size, distinctChildren, distinctParents);
    }

    private void addEdge(int row, int other, ConceptProperty meaning) {
        int concept = properties.rowOrdinal(row);
        if (meaning == ConceptProperty.PARENT) {
            add(concept, other);
        } else {
            add(other, concept);
        }
        if (properties.name(properties.rowValue(row)).equals(meaning.code())) {
            readRows.add(row);
        }
    }

    /** The code that a property value names, where it can be one of this code system. */
    private @Nullable String codeOfOwn(int value, String url) {
        if (properties.type(value) == PropertyType.CODE) {
            return properties.text(value);
        }
        Coding coding = properties.coding(value);
        return coding != null && url.equals(coding.system()) ? coding.code() : null;
    }

    private static boolean isRepeated(IntLists lists, int from, int index) {
        for (int i = from; i < index; i++) {
            if (lists.entry(i) == lists.entry(index)) {
                return true;
            }
        }
        return false;
    }

    /** Finds codes as the finished code system will, which may be without regard to case. */
    private static final class Finder {

        private final CodeDictionary.Builder codes;
        private final Map<String, Integer> folded = new HashMap<>();

        Finder(CodeDictionary.Builder codes, int size, boolean caseSensitive) {
            this.codes = codes;
            for (int ordinal = 0; ordinal < size && !caseSensitive; ordinal++) {
                folded.putIfAbsent(Folding.foldCase(codes.code(ordinal)), ordinal);
            }
        }

        int find(String code) {
            int exact = codes.find(code);
            return exact != CodeDictionary.NONE || folded.isEmpty()
                    ? exact
                    : folded.getOrDefault(Folding.foldCase(code), CodeDictionary.NONE);
        }
    }
}
