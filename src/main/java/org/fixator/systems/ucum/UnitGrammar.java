package org.fixator.systems.ucum;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fixator.codesystem.Concept;
import org.fixator.codesystem.Grammar;
import org.fixator.codesystem.PlainConcept;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.issue.SystemMessages;
import org.fixator.issue.TerminologyException;
import org.jspecify.annotations.Nullable;

/**
 * Units as UCUM's grammar reads them. A unit is its own display; further names are its analysis ("(milligram) /
 * (deciliter)") and, for units in common use, the name that FHIR gives them.
 */
final class UnitGrammar implements Grammar {

    static final String CANONICAL = "canonical";

    /** The parser descends recursively, so its input is bounded; the longest unit in use has 40 characters. */
    private static final int LONGEST = 1000;

    private static final Coding SYNONYM = new Coding("http://snomed.info/sct", null, "900000000000013009", null);
    private static final Pattern AT_POSITION = Pattern.compile("(.*) at position (\\d+)");

    private final UcumEssenceService service;
    private final Dimensions dimensions;
    private final Map<String, String> names;
    private final List<Concept> common;

    UnitGrammar(UcumEssenceService service) {
        this.service = service;
        this.dimensions = new Dimensions(service.getModel());
        this.names = commonNames();
        this.common = names.keySet().stream().map(this::concept).toList();
    }

    @Override
    public @Nullable Concept read(String code) {
        return complaint(code) == null ? concept(code) : null;
    }

    @Override
    public @Nullable String complaint(String code) {
        if (code.isEmpty()) {
            return SystemMessages.unitWithEmptyCode();
        }
        if (code.length() > LONGEST) {
            return SystemMessages.unitTooLong(LONGEST);
        }
        String complaint = service.validate(code);
        if (complaint == null) {
            return overlooked(code);
        }
        Matcher m = AT_POSITION.matcher(complaint);
        if (!m.matches()) {
            return complaint;
        }
        String what = m.group(1);
        boolean strayQuote =
                what.endsWith("'") && what.chars().filter(c -> c == '\'').count() % 2 == 1;
        return (strayQuote ? what.substring(0, what.length() - 1) : what) + " at character "
                + (Integer.parseInt(m.group(2)) + 1);
    }

    /**
     * What the library reads though UCUM's grammar has no such unit: an operator with nothing before it to operate on, and a
     * bracket that closes what was not opened.
     *
     * @see <a href="https://ucum.org/ucum#section-Syntax-Rules">UCUM, syntax rules</a>
     */
    private static @Nullable String overlooked(String code) {
        int open = 0;
        char before = ' ';
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '{') {
                i = code.indexOf('}', i);
            } else if (c == '(') {
                open++;
            } else if (c == ')' && --open < 0) {
                return SystemMessages.unitClosesNothing(code, i + 1);
            } else if (c == '/' && (before == '/' || before == '.')) {
                return SystemMessages.unitDividesNothing(code, i + 1);
            }
            before = c;
        }
        return null;
    }

    @Override
    public List<Concept> common() {
        return common;
    }

    @Override
    public @Nullable Predicate<Concept> filter(PropertyFilter filter) {
        String value = filter.value();
        if (!filter.property().equals(CANONICAL) || !filter.operator().equals("=") || value == null) {
            return null;
        }
        String complaint = complaint(value);
        if (complaint != null) {
            throw new TerminologyException(SystemMessages.badFilterValue(CANONICAL, "=", value, Ucum.URL, complaint));
        }
        Map<String, Integer> wanted = dimensions(value);
        return concept -> wanted.equals(dimensions(concept.code()));
    }

    /** Two units are the same when they measure the same and one of one is one of the other. */
    @Override
    public boolean isSame(Concept a, Concept b) {
        if (a.code().equals(b.code())) {
            return true;
        }
        if (!dimensions(a.code()).equals(dimensions(b.code()))) {
            return false;
        }
        Decimal factorOfA = factor(a.code());
        Decimal factorOfB = factor(b.code());
        return factorOfA != null && factorOfB != null && factorOfA.comparesTo(factorOfB) == 0;
    }

    private Concept concept(String code) {
        List<Designation> designations = new ArrayList<>();
        String analysis = analysis(code);
        if (analysis != null) {
            designations.add(Designation.of("en", null, analysis));
        }
        String name = names.get(code);
        if (name != null) {
            designations.add(Designation.of("en", SYNONYM, name));
        }
        return new PlainConcept(Ucum.URL, code, code, null, designations, List.of(), null);
    }

    private @Nullable String analysis(String code) {
        try {
            return service.analyse(code);
        } catch (UcumException e) {
            return null; // the library cannot analyse every unit that it reads
        }
    }

    private Map<String, Integer> dimensions(String code) {
        try {
            return dimensions.of(code);
        } catch (UcumException e) {
            throw new IllegalArgumentException("'" + code + "' was not read by the grammar", e);
        }
    }

    /** How much of the base units one of the unit is; {@code null} for special units, which have no such factor. */
    private @Nullable Decimal factor(String code) {
        try {
            return service.getCanonicalForm(new Pair(new Decimal("1"), code)).getValue();
        } catch (UcumException e) {
            return null;
        }
    }

    private static Map<String, String> commonNames() {
        Map<String, String> names = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(
                        UnitGrammar.class.getResourceAsStream("common-units.tsv"), "common-units.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.readLine(); // says where the list is from
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                names.put(line.substring(0, tab), line.substring(tab + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
