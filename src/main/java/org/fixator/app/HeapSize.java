package org.fixator.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.VMOption;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Keeps the heap small while nothing is asked, and gives it room while the server works. A heap that is hardly larger than
 * what lives in it is marked again and again, which takes time and processors from the answers; one with room is
 * marked when something has changed. Nobody needs room for an idle server, whose start has used much that is free now.
 *
 * <p>What the operator has set with {@code -XX:MinHeapFreeRatio} or {@code -XX:MaxHeapFreeRatio} stays.
 */
final class HeapSize implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HeapSize.class);
    private static final int SECONDS_BETWEEN_LOOKS = 3;

    /** Options of the virtual machine: percent of the heap that a collection leaves free. */
    private static final String LEAST_FREE = "MinHeapFreeRatio";

    private static final String MOST_FREE = "MaxHeapFreeRatio";
    private static final String IDLE_FREE = "10";

    /**
     * The collector starts to mark where what lives in the heap could leave too little beside the young generation, which
     * takes three fifths of the heap: from about a quarter of it, whether anything has changed or not.
     */
    private static final String ROOM_FREE = "80";

    private static final String MOST_FREE_BESIDE_ROOM = "90";

    /** Bytes in use from which a full collection may be too long a pause for a server that answers already. */
    private static final long LARGE = 2L << 30;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private String mostFree = "";
    private long cpuBefore;
    private long timeBefore;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heap-size");
        thread.setDaemon(true);
        return thread;
    });

    /** Makes the heap small now and watches it from now on, where this virtual machine can be told to. */
    void follow() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null || !has(machine, LEAST_FREE) || !has(machine, MOST_FREE)) {
            return;
        }
        boolean free = machine.getVMOption(LEAST_FREE).getOrigin() == VMOption.Origin.DEFAULT
                && machine.getVMOption(MOST_FREE).getOrigin() == VMOption.Origin.DEFAULT;
        makeSmall(machine, free);
        if (free) {
            HeapDemand demand = new HeapDemand(collections());
            load(); // the first look is at what comes from now on
            ScheduledFuture<?> unused = looking.scheduleWithFixedDelay(
                    () -> look(machine, demand), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        }
    }

    private static boolean has(HotSpotDiagnosticMXBean machine, String option) {
        return machine.getDiagnosticOptions().stream()
                .anyMatch(known -> known.getName().equals(option));
    }

    private void look(HotSpotDiagnosticMXBean machine, HeapDemand demand) {
        switch (demand.look(collections(), load())) {
            case ROOM -> {
                mostFree = machine.getVMOption(MOST_FREE).getValue();
                // the least is never above the most
                machine.setVMOption(MOST_FREE, MOST_FREE_BESIDE_ROOM);
                machine.setVMOption(LEAST_FREE, ROOM_FREE);
            }
            case SMALL -> {
                machine.setVMOption(LEAST_FREE, IDLE_FREE);
                machine.setVMOption(MOST_FREE, mostFree);
                makeSmall(machine, true);
                demand.collected(collections());
            }
            case NONE -> {}
        }
    }

    /** Processor time of this process since the last call, as a share of one processor. */
    private double load() {
        long cpu = SYSTEM.getProcessCpuTime();
        long time = System.nanoTime();
        double load = (double) (cpu - cpuBefore) / Math.max(1, time - timeBefore);
        cpuBefore = cpu;
        timeBefore = time;
        return load;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /**
     * Collects the heap once, makes it as small as what is in use, and gives native memory that was freed back to the
     * machine. Costs a pause of the length of a full collection; a heap whose collection could take long is left as it is.
     *
     * @param free whether the heap is to stay so until it is given room
     */
    static void makeSmall(HotSpotDiagnosticMXBean machine, boolean free) {
        String least = free ? IDLE_FREE : machine.getVMOption(LEAST_FREE).getValue();
        if (ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() > LARGE) {
            return;
        }
        String most = machine.getVMOption(MOST_FREE).getValue();
        // the least is never above the most
        machine.setVMOption(LEAST_FREE, "5");
        machine.setVMOption(MOST_FREE, "10");
        try {
            System.gc();
            trim();
        } finally {
            machine.setVMOption(MOST_FREE, most);
            machine.setVMOption(LEAST_FREE, least);
        }
    }

    /** The command {@code System.trim_native_heap}, with glibc from JDK 17.0.9. */
    private static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException e) {
            LOG.debug("This virtual machine does not give native memory back when told to", e);
        }
    }

    @Override
    public void destroy() {
        looking.shutdownNow();
    }
}
