package dev.mien.server.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GaugeTest {
  @Test
  void theHeapIsWhatTheLastCollectionLeft() {
    String log =
        """
        [0.012s][info][gc] Using G1
        GC(0) Pause Young (Normal) (G1 Evacuation Pause) 24M->5M(512M) 6.123ms
        GC(1) Pause Young (Concurrent Start) (G1 Humongous Allocation) 30M->10M(512M) 3.0ms
        GC(2) Pause Remark 300M->300M(512M) 8.4ms
        GC(2) Concurrent Mark Cycle 12.345ms
        """;
    assertThat(Gauge.heapMegabytes(log)).isEqualTo(10.48576);
    assertThat(Gauge.heapMegabytes("GC(7) Pause Full (System.gc()) 90M->1M(100M) 9.9ms\n"))
        .isEqualTo(1.048576);
  }

  @Test
  void beforeTheFirstCollectionItIsUnknown() {
    assertThat(Gauge.heapMegabytes("Using Serial\n")).isZero();
  }
}
