package org.fixator.valueset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.codesystem.VersionRules;
import org.fixator.coding.Canonical;
import org.fixator.issue.TerminologyException;
import org.fixator.valueset.IncludeVersion.Found;
import org.fixator.valueset.IncludeVersion.Missing;
import org.fixator.valueset.IncludeVersion.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncludeVersionsTest {

    private static final String URL = "http://example.org/cs";

    private final MemoryCodeSystems systems =
            new MemoryCodeSystems(Table.of(URL + "|1.0.0", "a"), Table.of(URL + "|1.2.0", "a", "b"));

    @Test
    void withoutAnyRuleTheNewestAnswers() {
        assertFound("1.2.0", null, Rule.DEFAULT, choose(VersionRules.NONE, null));
    }

    @Test
    void aStatedVersionAnswersThoughSystemVersionNamesAnother() {
        assertFound("1.2.0", "1.2.0", Rule.STATED, choose(systemVersion("1.0.0"), "1.2.0"));
        assertFound("1.2.0", "1.x.x", Rule.STATED, choose(systemVersion("1.0.0"), "1.x.x"));
    }

    @Test
    void systemVersionFillsInForNoVersion() {
        assertFound("1.0.0", "1.0.0", Rule.SYSTEM_VERSION, choose(systemVersion("1.0.0"), null));
    }

    @Test
    void forceReplacesEvenAVersionThatDoesNotExist() {
        VersionRules force = new VersionRules(List.of(), List.of(), rule("1.0.x"), List.of());
        assertFound("1.0.0", "1.0.x", Rule.FORCED, choose(force, "1.2.0"));
        assertFound("1.0.0", "1.0.x", Rule.FORCED, choose(force, "1"));
    }

    @Test
    void checkFillsInForNoVersionAndIsKept() {
        Found found = assertFound("1.0.0", "1.0.x", Rule.CHECKED, choose(check("1.0.x"), null));
        assertNull(found.brokenCheck());
    }

    @Test
    void checkDoesNotSteerAPatternButIsBroken() {
        Found found = assertFound("1.2.0", "1.x.x", Rule.STATED, choose(check("1.0.x"), "1.x.x"));
        assertEquals("1.0.x", found.brokenCheck());
    }

    @Test
    void aMissingVersionNamesThoseThatThereAre() {
        Missing missing = assertInstanceOf(Missing.class, choose(VersionRules.NONE, "1"));
        assertEquals(List.of("1.0.0", "1.2.0"), missing.known());
        assertEquals("1", missing.asked());
    }

    @Test
    void aPreferredVersionIsTakenWhereTheIncludeLeavesAChoice() {
        IncludeVersions versions =
                new IncludeVersions(systems, VersionRules.NONE, List.of(new Canonical(URL, "1.0.0")));
        assertFound("1.0.0", "1.x", Rule.STATED, versions.of(URL, "1.x"));
        assertFound("1.0.0", null, Rule.DEFAULT, versions.of(URL, null));
        assertFound("1.2.0", "1.2.0", Rule.STATED, versions.of(URL, "1.2.0"));
    }

    @Test
    void aPreferredVersionThatDoesNotExistChangesNothing() {
        IncludeVersions versions =
                new IncludeVersions(systems, VersionRules.NONE, List.of(new Canonical(URL, "2.4.0")));
        assertFound("1.2.0", null, Rule.DEFAULT, versions.of(URL, null));
    }

    @Test
    void aStarAsksForEveryVersionNewestFirst() {
        List<IncludeVersion> all = new IncludeVersions(systems, VersionRules.NONE, List.of()).all(URL, "*");
        assertEquals(
                List.of("1.2.0", "1.0.0"),
                all.stream().map(IncludeVersion::asked).toList());
    }

    @Test
    void theUriAboveAVersionAsksForThatVersion() {
        assertTrue(IncludeVersions.matches("http://snomed.info/sct/1", "http://snomed.info/sct/1/version/2026"));
        assertFalse(IncludeVersions.matches("http://snomed.info/sct/1", "http://snomed.info/sct/11/version/2026"));
        assertFalse(IncludeVersions.matches("1", "1.0.0"));
    }

    @Test
    void twoForcedVersionsOfOneSystemAreRefused() {
        List<Canonical> two = List.of(new Canonical(URL, "1.0.0"), new Canonical(URL, "1.2.0"));
        VersionRules rules = new VersionRules(List.of(), List.of(), two, List.of());
        TerminologyException refused = assertThrows(TerminologyException.class, () -> choose(rules, null));
        assertEquals("SYSTEM_VERSION_MULTIPLE_OVERRIDE", refused.issues().get(0).messageId());
    }

    private IncludeVersion choose(VersionRules rules, @Nullable String stated) {
        return new IncludeVersions(systems, rules, List.of()).of(URL, stated);
    }

    private static Found assertFound(String version, @Nullable String asked, Rule rule, IncludeVersion actual) {
        Found found = assertInstanceOf(Found.class, actual);
        assertEquals(version, found.system().description().version());
        assertEquals(asked, found.asked());
        assertEquals(rule, found.rule());
        return found;
    }

    private static VersionRules systemVersion(String version) {
        return new VersionRules(rule(version), List.of(), List.of(), List.of());
    }

    private static VersionRules check(String version) {
        return new VersionRules(List.of(), rule(version), List.of(), List.of());
    }

    private static List<Canonical> rule(String version) {
        return List.of(new Canonical(URL, version));
    }
}
