package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;

class MemorySourceTest {
  private final DocumentSource source = DocumentSource.of(new byte[] {1, 2, 3, 4});

  @Test
  void streamsFromTheStartEveryTime() throws Exception {
    assertThat(source.stream().readAllBytes()).containsExactly(1, 2, 3, 4);
    assertThat(source.stream().readAllBytes()).containsExactly(1, 2, 3, 4);
    assertThat(source.size()).isEqualTo(4);
  }

  @Test
  void readsFromAnyPlaceAndEndsBehindTheLastByte() throws Exception {
    try (SeekableByteChannel channel = source.channel()) {
      ByteBuffer target = ByteBuffer.allocate(8);
      assertThat(channel.position(2).read(target)).isEqualTo(2);
      assertThat(channel.position()).isEqualTo(4);
      assertThat(channel.read(target)).isEqualTo(-1);
      assertThat(channel.position(99).read(target)).isEqualTo(-1);
      assertThat(channel.size()).isEqualTo(4);
    }
  }

  @Test
  void refusesToWriteAndToReadOnceClosed() throws Exception {
    SeekableByteChannel channel = source.channel();
    assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
        .isInstanceOf(NonWritableChannelException.class);
    assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
    assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
    channel.close();
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(ClosedChannelException.class);
  }
}
