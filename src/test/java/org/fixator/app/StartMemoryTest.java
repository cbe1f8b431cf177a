package org.fixator.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartMemoryTest {

    private static List<String> options() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return List.of(
                machine.getVMOption("MinHeapFreeRatio").getValue(),
                machine.getVMOption("MaxHeapFreeRatio").getValue());
    }

    @Test
    void theHeapMayGrowAgainAsBefore() {
        List<String> before = options();
        StartMemory.giveBack();
        assertThat(options()).isEqualTo(before);
    }
}
