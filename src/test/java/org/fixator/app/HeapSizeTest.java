package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapSizeTest {

    private final HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    private final String least = option("MinHeapFreeRatio");
    private final String most = option("MaxHeapFreeRatio");

    private String option(String name) {
        return machine.getVMOption(name).getValue();
    }

    @AfterEach
    void asBefore() {
        machine.setVMOption("MinHeapFreeRatio", least);
    }

    @Test
    void aSmallHeapStaysSmallAndMayKeepAsMuchFreeAsBefore() {
        HeapSize.makeSmall(machine, true);
        assertThat(option("MinHeapFreeRatio")).isEqualTo("10");
        assertThat(option("MaxHeapFreeRatio")).isEqualTo(most);
    }

    @Test
    void whatTheOperatorHasSetStays() {
        machine.setVMOption("MinHeapFreeRatio", "33");
        HeapSize.makeSmall(machine, false);
        assertThat(option("MinHeapFreeRatio")).isEqualTo("33");
        assertThat(option("MaxHeapFreeRatio")).isEqualTo(most);
    }
}
