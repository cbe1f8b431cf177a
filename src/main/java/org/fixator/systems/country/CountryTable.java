package org.fixator.systems.country;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.jspecify.annotations.Nullable;

/**
 * Every code of ISO 3166-1: of a country its two letters, its three letters and its number, and the codes that the
 * standard leaves to users.
 */
final class CountryTable implements Grammar {

    private final Map<String, Concept> concepts = new TreeMap<>();
    /** The two-letter code of each code. */
    private final Map<String, String> countries = new HashMap<>();

    CountryTable() {
        userAssigned('A', 'A', 'A');
        userAssigned('Q', 'M', 'Z');
        userAssigned('X', 'A', 'Z');
        userAssigned('Z', 'Z', 'Z');
        try (InputStream in = Objects.requireNonNull(
                        CountryTable.class.getResourceAsStream("iso3166-1.tsv"), "iso3166-1.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::country);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void userAssigned(char first, char from, char to) {
        for (char second = from; second <= to; second++) {
            String code = first + "" + second;
            concepts.put(code, new UserAssignedCode(code));
            countries.put(code, code);
        }
    }

    private void country(String line) {
        String[] column = line.split("\t", -1);
        for (int i = 0; i < 3; i++) {
            if (!column[i].isEmpty()) {
                add(column[i], column[0], column[3]);
            }
        }
    }

    private void add(String code, String country, String name) {
        concepts.put(code, PlainConcept.of(Countries.URL, code, name));
        countries.put(code, country);
    }

    @Override
    public @Nullable Concept read(String code) {
        return concepts.get(code);
    }

    @Override
    public @Nullable String complaint(String code) {
        return null;
    }

    @Override
    public List<Concept> common() {
        return List.copyOf(concepts.values());
    }

    @Override
    public boolean isClosed() {
        return true;
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        return null;
    }

    /** The codes of one country mean the same. */
    @Override
    public boolean isSame(Concept a, Concept b) {
        return Objects.equals(countries.get(a.code()), countries.get(b.code()));
    }
}
