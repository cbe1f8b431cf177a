package org.fixator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private static String printed(String parameters) throws Exception {
        JsonNode report = new ObjectMapper().readTree("[" + parameters.replace('\'', '"') + "]");
        StringWriter out = new StringWriter();
        new ReportText(new Text(new PrintWriter(out, true), new PrintWriter(out, true))).print(report);
        return out.toString();
    }

    @Test
    void aReleaseOfMapsHasNoConceptsInItsLastLine() throws Exception {
        assertThat(printed("{'name':'release','valueString':'gem-2018'},{'name':'concepts','valueInteger':0},"
                        + "{'name':'mappings','valueInteger':106453}"))
                .endsWith("gem-2018 is live: 106,453 mappings" + System.lineSeparator());
    }

    @Test
    void changesOfAMapAreToldByRow() throws Exception {
        String text = printed("{'name':'mapDifference','part':[{'name':'map','valueUri':'http://example.org/m'},"
                + "{'name':'from','valueString':'1'},{'name':'mappingsBefore','valueInteger':1000},"
                + "{'name':'retargeted','part':[{'name':'count','valueInteger':1},{'name':'code','part':["
                + "{'name':'code','valueCode':'A'},{'name':'was','valueString':'B (equal)'},"
                + "{'name':'is','valueString':'C (equal)'}]}]}]}");
        assertThat(text)
                .contains(
                        "against http://example.org/m|1 (1,000 mappings): 0 added, 0 deleted, 1 retargeted, 0 changed")
                .contains("retargeted A  B (equal) -> C (equal)");
    }
}
