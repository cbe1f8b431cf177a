package org.fixator.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back to the machine what only the start needed: the heap is collected once and made as small as what is in use,
 * and native memory that was freed is returned. Both grow again when they have to: the heap when collections take too much
 * of the time, and no more because a tenth of it is free, unless the operator has set that share. Costs one pause of the
 * length of a full collection; a heap whose collection could take long is left as it is.
 */
final class StartMemory {

    private static final Logger LOG = LoggerFactory.getLogger(StartMemory.class);
    /** Options of the virtual machine: percent of the heap that a collection leaves free. */
    private static final String LEAST_FREE = "MinHeapFreeRatio";

    private static final String MOST_FREE = "MaxHeapFreeRatio";

    private static final String KEPT_FREE = "10";

    /** Bytes in use from which a full collection may be too long a pause for a server that answers already. */
    private static final long LARGE = 2L << 30;

    private StartMemory() {}

    /** Does what the virtual machine is able to; that it is not changes nothing else. */
    static void giveBack() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null || used() > LARGE) {
            return;
        }
        try {
            collect(machine);
            trim();
        } catch (IllegalArgumentException | JMException e) {
            LOG.debug("This virtual machine does not give memory back when told to", e);
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void collect(HotSpotDiagnosticMXBean machine) {
        String least = leastFree(machine.getVMOption(LEAST_FREE));
        String most = machine.getVMOption(MOST_FREE).getValue();
        // the least is never above the most
        machine.setVMOption(LEAST_FREE, "5");
        machine.setVMOption(MOST_FREE, "10");
        try {
            System.gc();
        } finally {
            machine.setVMOption(MOST_FREE, most);
            machine.setVMOption(LEAST_FREE, least);
        }
    }

    /**
     * What is to stay free from now on. The machine's own 40 percent make the heap of an idle server half as large again at
     * the next marking, with nothing to put there.
     */
    private static String leastFree(VMOption option) {
        return option.getOrigin() == VMOption.Origin.DEFAULT ? KEPT_FREE : option.getValue();
    }

    /** The command {@code System.trim_native_heap}, with glibc from JDK 17.0.9. */
    private static void trim() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        beans.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "systemTrimNativeHeap",
                new Object[0],
                new String[0]);
    }
}
