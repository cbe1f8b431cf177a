package org.fixator.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TestFolderTest {
    @Test
    void aVersionWithoutItsSecondDotGetsIt() {
        assertEquals("1.9.0", TestFolder.inThreeNumbers("1.90"));
        assertEquals("1.9.3", TestFolder.inThreeNumbers("1.9.3"));
        assertEquals("1.7.7-SNAPSHOT", TestFolder.inThreeNumbers("1.7.7-SNAPSHOT"));
        assertEquals("2.0", TestFolder.inThreeNumbers("2.0"));
    }
}
