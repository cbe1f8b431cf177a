package org.fixator.systems.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.DisplayCheck;
import org.fixator.codesystem.Findings;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Languages;
import org.fixator.issue.Issue;
import org.fixator.issue.Severity;
import org.junit.jupiter.api.Test;

class CountriesTest extends CodeSystemContract {

    private static final CodeSystem COUNTRIES = Countries.codeSystem();

    @Override
    protected CodeSystem system() {
        return COUNTRIES;
    }

    @Override
    protected List<String> codes() {
        return List.of("CH", "USA", "276", "XY");
    }

    @Override
    protected String unknownCode() {
        return "QQQ";
    }

    @Test
    void holdsThreeCodesOfEachCountryAndThoseForUsers() {
        assertThat(COUNTRIES.all().isClosed()).isTrue();
        assertThat(COUNTRIES.all().size()).isEqualTo(3 * 249 + 42);
        assertThat(concept("XY").display()).isEqualTo("User-assigned");
        assertThat(concept("XK").display()).isEqualTo("Kosovo");
    }

    @Test
    void codesForUsersHaveNoFixedName() {
        Findings findings = new Findings();
        new DisplayCheck(COUNTRIES.description(), concept("XY"), List.of(), Languages.NONE)
                .check("Our country", false, "display", findings);
        assertThat(findings.issues())
                .extracting(Issue::severity, Issue::messageId)
                .containsExactly(tuple(Severity.INFORMATION, "Display_Name_Not_Fixed_use_Supplement"));
        findings = new Findings();
        new DisplayCheck(COUNTRIES.description(), concept("CH"), List.of(), Languages.NONE)
                .check("Our country", false, "display", findings);
        assertThat(findings.issues()).extracting(Issue::severity).containsExactly(Severity.ERROR);
    }

    @Test
    void agreesWithTheTablesOfTheRuntime() {
        for (String country : Locale.getISOCountries()) {
            String letters = new Locale("", country).getISO3Country();
            assertThat(COUNTRIES.subsumes(concept(country), concept(letters))).isEqualTo(Subsumption.EQUIVALENT);
        }
        assertThat(Locale.getISOCountries()).hasSize(249);
    }

    @Test
    void codesOfDifferentCountriesDiffer() {
        assertThat(COUNTRIES.subsumes(concept("CH"), concept("CHN"))).isEqualTo(Subsumption.NOT_SUBSUMED);
    }

    @Test
    void filtersByTheFormOfTheCode() {
        assertThat(COUNTRIES
                        .filter(new PropertyFilter("code", "regex", "[0-9]{3}"))
                        .size())
                .isEqualTo(249);
    }

    @Test
    void isFoundByName() {
        assertThat(COUNTRIES.search("switz", COUNTRIES.all(), 0, 10).concepts())
                .extracting("code")
                .containsExactlyInAnyOrder("CH", "CHE", "756");
    }
}
