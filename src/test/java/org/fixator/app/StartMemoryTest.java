package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class StartMemoryTest {

    private static VMOption option(String name) {
        return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption(name);
    }

    @Test
    void theHeapMayKeepAsMuchFreeAsBefore() {
        String before = option("MaxHeapFreeRatio").getValue();
        StartMemory.giveBack();
        assertThat(option("MaxHeapFreeRatio").getValue()).isEqualTo(before);
    }

    @Test
    void theHeapNeedNotHaveMoreThanATenthFreeUnlessTheOperatorSaysSo() {
        VMOption before = option("MinHeapFreeRatio");
        StartMemory.giveBack();
        String expected = before.getOrigin() == VMOption.Origin.DEFAULT ? "10" : before.getValue();
        assertThat(option("MinHeapFreeRatio").getValue()).isEqualTo(expected);
    }

    @Test
    void whatTheOperatorHasSetStays() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String before = option("MinHeapFreeRatio").getValue();
        machine.setVMOption("MinHeapFreeRatio", "33");
        try {
            StartMemory.giveBack();
            assertThat(option("MinHeapFreeRatio").getValue()).isEqualTo("33");
        } finally {
            machine.setVMOption("MinHeapFreeRatio", before);
        }
    }
}
