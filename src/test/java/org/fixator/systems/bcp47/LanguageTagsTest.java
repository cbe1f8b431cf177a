package org.fixator.systems.bcp47;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fixator.codesystem.CodeSystem;
import org.fixator.codesystem.CodeSystemContract;
import org.fixator.codesystem.ConceptSet;
import org.fixator.codesystem.Likeness;
import org.fixator.codesystem.PropertyFilter;
import org.fixator.codesystem.Subsumption;
import org.fixator.coding.Designation;
import org.fixator.issue.TerminologyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest extends CodeSystemContract {

    private static final CodeSystem LANGUAGES = LanguageTags.codeSystem();

    @Override
    protected CodeSystem system() {
        return LANGUAGES;
    }

    @Override
    protected List<String> codes() {
        return List.of("en-US", "de", "zh-Hans-CN", "new");
    }

    @Override
    protected String unknownCode() {
        return "en-us";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en              | English
                    en-US           | English (Region=United States)
                    sr-Latn-RS      | Serbian (Script=Latin, Region=Serbia)
                    zh-yue          | Chinese (Extlang=Yue Chinese)
                    de-1996         | German (Variant=German orthography of 1996)
                    es-419          | Spanish (Region=Latin America and the Caribbean)
                    de-u-co-phonebk | German (Extension=u-co-phonebk)
                    en-x-clinic     | English (Private=x-clinic)
                    x-klingon       | Private use (Private=x-klingon)
                    qaa-XB          | Private use (Region=Private use)
                    i-klingon       | Klingon
                    """)
    void namesWhatATagMeans(String tag, String display) {
        assertThat(concept(tag).display()).isEqualTo(display);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en-us",
                "EN",
                "en-USA",
                "qq",
                "en-",
                "en--US",
                "en_US",
                "en-US-US",
                "x",
                "de-u",
                "english",
                "en-Zzzy",
                "-",
                "e",
                "en-a-b",
                "é"
            })
    void readsNothingElse(String tag) {
        assertThat(LANGUAGES.find(tag)).isNull();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(LANGUAGES.absence("en-QQQ").reason())
                .isEqualTo("The extlang 'QQQ' in the language tag 'en-QQQ' is not registered");
        assertThat(LANGUAGES.absence("en_US").reason())
                .isEqualTo("The language 'en_US' in the language tag 'en_US' is not registered");
        assertThat(LANGUAGES.absence("en-us").reason()).isNull();
        assertThat(LANGUAGES.nearest("en-us", Likeness.GUESS)).containsExactly("en-US");
    }

    @Test
    void knowsFurtherNames() {
        assertThat(concept("en-US").designations())
                .extracting(Designation::value)
                .contains("English (United States)");
        assertThat(concept("es").designations()).extracting(Designation::value).contains("Castilian");
    }

    @Test
    void deprecatedSubtagsAreInactive() {
        assertThat(concept("iw").status()).isEqualTo("deprecated");
        assertThat(concept("he").isInactive()).isFalse();
        assertThat(LANGUAGES.subsumes(concept("iw"), concept("he"))).isEqualTo(Subsumption.EQUIVALENT);
    }

    @Test
    void filtersByParts() {
        ConceptSet regional = LANGUAGES.filter(new PropertyFilter("region", "exists", "true"));
        assertThat(regional.contains(concept("en-US"))).isTrue();
        assertThat(regional.contains(concept("en"))).isFalse();
        assertThat(LANGUAGES
                        .filter(new PropertyFilter("region", "exists", "false"))
                        .size())
                .isEqualTo(485);
        assertThat(LANGUAGES.filter(new PropertyFilter("language", "=", "en")).contains(concept("en-US")))
                .isTrue();
        assertThatThrownBy(() -> LANGUAGES.filter(new PropertyFilter("region", "exists", "maybe")))
                .isInstanceOf(TerminologyException.class);
    }

    @Test
    void listsTheCommonLanguages() {
        assertThat(LANGUAGES.all().size()).isEqualTo(485);
        assertThat(concept("new").display()).isEqualTo("Nepal Bhasa");
        assertThat(LANGUAGES.description().title()).contains("2023-10-16");
    }
}
