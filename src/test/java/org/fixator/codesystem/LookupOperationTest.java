package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.codesystem.LookupResult.Found;
import org.fixator.codesystem.LookupResult.NotFound;
import org.fixator.coding.Canonical;
import org.fixator.coding.ContentMode;
import org.fixator.coding.Languages;
import org.fixator.coding.Property;
import org.fixator.issue.Issue;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;

class LookupOperationTest {

    private static final Canonical MORE = Canonical.parse("http://example.org/more");

    private static LookupRequest request(String code) {
        return new LookupRequest(Systems.SIMPLE, null, code, Languages.NONE, List.of(), List.of());
    }

    private static Found found(CodeSystems systems, LookupRequest request) {
        return assertInstanceOf(Found.class, new LookupOperation(systems).run(request));
    }

    private static String notFound(CodeSystems systems, LookupRequest request) {
        NotFound result = assertInstanceOf(NotFound.class, new LookupOperation(systems).run(request));
        return result.issues().get(0).text();
    }

    private static List<String> properties(Found found) {
        return found.properties().stream()
                .map(sourced ->
                        sourced.property().code() + "=" + sourced.property().value())
                .toList();
    }

    private final Systems systems = new Systems(Systems.simple());

    @Test
    void everythingIsSaidOfAConcept() {
        Found found = found(systems, request("code2a"));
        assertEquals("Display 2a", found.display());
        assertNull(found.definition());
        assertFalse(found.isAbstract());
        assertEquals(
                List.of("inactive=false", "prop=new", "parent=code2", "child=code2aI", "child=code2aII"),
                properties(found));
        Property child = found.properties().get(4).property();
        assertEquals("Display 2aII", child.description());
        assertEquals(
                List.of("Display 2a", "Anzeige 2a", "mine own code"),
                found.designations().stream()
                        .map(sourced -> sourced.designation().value())
                        .toList());
        assertEquals("en", found.designations().get(0).designation().language());
    }

    @Test
    void statusAndSelectabilityAreSaid() {
        Found found = found(systems, request("code2"));
        assertTrue(found.isAbstract());
        assertEquals("With children", found.definition());
        assertEquals(
                List.of(
                        "inactive=true",
                        "prop=new",
                        "notSelectable=true",
                        "status=retired",
                        "child=code2a",
                        "child=code2b"),
                properties(found));
    }

    @Test
    void onlyWhatIsAskedForIsSaid() {
        LookupRequest request =
                new LookupRequest(Systems.SIMPLE, "1", "code2a", Languages.NONE, List.of("prop", "lang.de"), List.of());
        Found found = found(systems, request);
        assertEquals(List.of("prop=new"), properties(found));
        assertEquals(1, found.designations().size());
        assertEquals("Display 2a", found.display());
    }

    @Test
    void theDisplayComesInTheLanguageAskedFor() {
        LookupRequest request =
                new LookupRequest(Systems.SIMPLE, null, "code2a", Languages.parse("de"), List.of(), List.of());
        assertEquals("Anzeige 2a", found(systems, request).display());
        LookupRequest other =
                new LookupRequest(Systems.SIMPLE, null, "code1", Languages.parse("de,*;q=0"), List.of(), List.of());
        assertEquals("Display 1", found(systems, other).display());
    }

    @Test
    void aSupplementThatIsNamedAddsAndIsNamedAsSource() {
        Systems all = systems.supplement(SupplementedCodeSystemTest.supplement());
        assertEquals(List.of(), found(all, request("code2b")).usedSupplements());

        LookupRequest request =
                new LookupRequest(Systems.SIMPLE, null, "code2b", Languages.NONE, List.of(), List.of(MORE));
        Found found = found(all, request);
        Canonical source = new Canonical(MORE.url(), "0.1");
        assertEquals(List.of(source), found.usedSupplements());
        assertEquals(source, found.designations().get(1).source());
        assertNull(found.designations().get(0).source());
        assertTrue(properties(found).contains("note=mind"));
    }

    @Test
    void aDefaultSupplementNeedsNoNameAndIsNotUsedWhereItSaysNothing() {
        Systems all = systems.defaultSupplement(SupplementedCodeSystemTest.supplement());
        assertTrue(properties(found(all, request("code2b"))).contains("note=mind"));
        assertEquals(List.of(), found(all, request("code3")).usedSupplements());
    }

    @Test
    void aSupplementThatIsMissingIsAnError() {
        LookupRequest request =
                new LookupRequest(Systems.SIMPLE, null, "code1", Languages.NONE, List.of(), List.of(MORE));
        TerminologyException refusal =
                assertThrows(TerminologyException.class, () -> new LookupOperation(systems).run(request));
        Issue issue = refusal.issues().get(0);
        assertEquals("VALUESET_SUPPLEMENT_MISSING", issue.messageId());
        assertEquals("Required supplement not found: http://example.org/more", issue.text());
        assertEquals(422, refusal.status());
    }

    @Test
    void anUnknownCodeComesWithWhatMightBeMeant() {
        String text = notFound(systems, request("CODE2a"));
        assertTrue(
                text.startsWith("Unknown code 'CODE2a' in the CodeSystem 'http://example.org/simple' version '1'"),
                text);
        assertTrue(text.contains("'code2a'"), text);
    }

    @Test
    void aCodeOfAnotherSystemIsFoundThere() {
        Systems two = new Systems(Systems.simple(), Systems.flat("http://example.org/cpt", "20697"));
        assertTrue(notFound(two, request("20697")).contains("exists in http://example.org/cpt"));
    }

    @Test
    void anUnknownSystemOrVersionIsSaidSo() {
        LookupRequest system = new LookupRequest("http://nowhere", null, "x", Languages.NONE, List.of(), List.of());
        assertEquals("A definition for CodeSystem 'http://nowhere' could not be found", notFound(systems, system));
        LookupRequest version = new LookupRequest(Systems.SIMPLE, "9", "x", Languages.NONE, List.of(), List.of());
        assertTrue(notFound(systems, version).endsWith("Valid versions: 1"));
    }

    @Test
    void aSystemWithoutItsConceptsIsSaidSo() {
        CodeSystemBuilder builder = new CodeSystemBuilder();
        builder.describe(Systems.description(Systems.SIMPLE).withContent(ContentMode.NOT_PRESENT));
        assertTrue(notFound(new Systems(builder.build()), request("x")).contains("not-present"));
    }
}
