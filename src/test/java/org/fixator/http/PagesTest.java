package org.fixator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.fixator.app.ServingContent;
import org.junit.jupiter.api.Test;

/** What people see who open a resource's url in a browser. */
class PagesTest extends ServingContent {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private HttpResponse<String> open(String path, String accept) throws Exception {
        URI uri = path.startsWith("http") ? URI.create(path) : URI.create(base() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("Accept", accept).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aValueSetShowsWhatItIsItsDefinitionAndItsCodes() throws Exception {
        HttpResponse<String> page = open("/ValueSet/cpt-20697-indications", BROWSER);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("<h1>Diagnoses for CPT 20697</h1>", "https://fixator.example.org/fhir/ValueSet/")
                .contains("active, experimental", "<td>include</td>", "<td>S82.251A</td>", "World Health Organization")
                .doesNotContain("<script");
    }

    @Test
    void aCodeSystemIsShownPageByPage() throws Exception {
        String first = open("/CodeSystem/icd-10-cm", BROWSER).body();
        assertThat(first).contains("1 to 100 of ", "rel=\"next\"").doesNotContain("rel=\"prev\"");
        String second = open("/CodeSystem/icd-10-cm?offset=100", BROWSER).body();
        assertThat(second).contains("101 to 200 of ", "rel=\"prev\"");
        assertThat(open("/CodeSystem/icd-10-cm?offset=999999", BROWSER).body()).contains("none of ");
    }

    @Test
    void aCodeSystemOfAReleaseShowsWhichOneAndWhenItIsInForce() throws Exception {
        String order = "00001 0X7     0 " + String.format("%-60s", "Looms, Mending") + " Looms, Mending\r\n";
        change("$import-release?kind=icd-10-pcs&fileName=icd10pcs_order_2031.txt", order);
        try {
            assertThat(open("/CodeSystem/icd-10-pcs-2031", BROWSER).body())
                    .containsSubsequence("Release", "icd-10-pcs-2031", "In force", "from 2030-10-01 to 2031-09-30")
                    .contains("Looms, Mending");
        } finally {
            change("$remove?id=icd-10-pcs-2031", "");
        }
        assertThat(open("/CodeSystem/icd-10-cm", BROWSER).body()).doesNotContain("In force");
    }

    private void change(String operation, String body) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(base() + "/" + operation))
                .header("Content-Type", "application/octet-stream")
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void mapsAndTheIndexAreShown() throws Exception {
        assertThat(open("/ConceptMap/source-cpt-20697-to-official", BROWSER).body())
                .contains("<h2>Mappings</h2>", "S82.251A", "disjoint");
        String index = open("", BROWSER).body();
        assertThat(index).contains("/ValueSet/cpt-20697-indications", "/fhir/openapi.json");
        String stylesheet = base().resolve("/pages.css").toString();
        assertThat(index).contains(stylesheet);
        assertThat(open(stylesheet, "text/css").statusCode()).isEqualTo(200);
        assertThat(open(base().resolve("/").toString(), BROWSER).body()).isEqualTo(index);
    }

    @Test
    void programsGetFhirWhateverElseTheyAccept() throws Exception {
        for (String accept : new String[] {"*/*", "application/fhir+json, text/html;q=0.5", "application/json"}) {
            assertThat(open("/ValueSet/cpt-20697-indications", accept).body()).startsWith("{\"resourceType\"");
        }
        assertThat(open("/ValueSet/cpt-20697-indications?_format=json", BROWSER).body())
                .startsWith("{\"resourceType\"");
        assertThat(open("/ValueSet/there-is-none", BROWSER).statusCode()).isEqualTo(404);
    }

    @Test
    void whatAResourceSaysIsTextAndNoMarkup() throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(base() + "/CodeSystem/page-markup"))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + token())
                .PUT(HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"CodeSystem\",\"id\":\"page-markup\","
                        + "\"url\":\"http://example.org/page-markup\",\"title\":\"<b onclick=x>\",\"status\":\"draft\","
                        + "\"content\":\"complete\",\"concept\":[{\"code\":\"<script>\"}]}"))
                .build();
        HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.discarding());
        assertThat(open("/CodeSystem/page-markup", BROWSER).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<b onclick", "<script>");
    }
}
