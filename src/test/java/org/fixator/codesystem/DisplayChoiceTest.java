package org.fixator.codesystem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fixator.coding.Coding;
import org.fixator.coding.Designation;
import org.fixator.coding.Languages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisplayChoiceTest {

    private static final Coding OTHER_USE = Coding.of("http://example.org/use", "abbreviation");

    private static Designation display(@Nullable String language, String value) {
        return Designation.of(language, DisplayChoice.PREFERRED_FOR_LANGUAGE, value);
    }

    private static Designation name(@Nullable String language, String value) {
        return Designation.of(language, null, value);
    }

    private static @Nullable String answer(String languages, Designation... names) {
        Designation chosen = DisplayChoice.forAnswer(Languages.parse(languages)).choose(List.of(names));
        return chosen == null ? null : chosen.value();
    }

    private static @Nullable String validation(String languages, Designation... names) {
        Designation chosen =
                DisplayChoice.forValidation(Languages.parse(languages)).choose(List.of(names));
        return chosen == null ? null : chosen.value();
    }

    @Test
    void withoutLanguagesTheDisplayOfTheSourceIsTaken() {
        assertEquals("one", answer("", display("en", "one"), name("de", "eins")));
    }

    @Test
    void theLanguageAskedForWins() {
        assertEquals("eins", answer("de", display("en", "one"), name("de", "eins")));
    }

    @Test
    void weightsOrderTheLanguages() {
        assertEquals("un", answer("de;q=0.5, fr", display("en", "one"), name("de", "eins"), name("fr", "un")));
    }

    @Test
    void theSameTagIsBetterThanARegionAndARegionBetterThanNothing() {
        assertEquals("eins", answer("de", display("en", "one"), name("de-CH", "eis"), name("de", "eins")));
        assertEquals("eis", answer("de", display("en", "one"), name("de-CH", "eis")));
        assertEquals("eins", answer("de-CH", display("en", "one"), name("de", "eins")));
        assertEquals("oans", answer("de-CH", display("en", "one"), name("de-AT", "oans")));
    }

    @Test
    void anAnswerFallsBackUnlessTheClientForbidsIt() {
        assertEquals("one", answer("de", display("en", "one")));
        assertEquals("one", answer("de, *;q=0.1", display("en", "one")));
        assertNull(answer("de, *;q=0", display("en", "one")));
    }

    @Test
    void aValidationDoesNotFallBack() {
        assertNull(validation("de", display("en", "one")));
        assertEquals("one", validation("de, *", display("en", "one")));
    }

    @Test
    void aNameWithoutLanguageServesEveryone() {
        assertEquals("one", answer("de, *;q=0", display(null, "one")));
        assertEquals("eins", answer("de", display(null, "one"), name("de", "eins")));
    }

    @Test
    void namesForDisplayComeBeforeOtherUses() {
        assertEquals("one", answer("en", Designation.of("en", OTHER_USE, "1"), display("en", "one")));
        assertEquals("1", answer("en, *;q=0", Designation.of("en", OTHER_USE, "1")));
    }

    @Test
    void aWithdrawnNameIsTheLastResort() {
        Designation withdrawn = new Designation("de", null, "ains", "withdrawn", List.of());
        assertEquals("eis", answer("de", withdrawn, name("de-CH", "eis")));
        assertEquals("ains", answer("de", display("en", "one"), withdrawn));
    }

    @Test
    void acceptsTellsWhichLanguagesWereAskedFor() {
        DisplayChoice choice = DisplayChoice.forValidation(Languages.parse("en, fr;q=0"));
        assertTrue(choice.accepts("en-AU"));
        assertTrue(choice.accepts(null));
        assertFalse(choice.accepts("de"));
        assertFalse(choice.accepts("fr"));
        assertTrue(DisplayChoice.forValidation(Languages.NONE).accepts("de"));
    }
}
