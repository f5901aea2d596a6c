package dev.frostbyte.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.PipelineDefaults;
import dev.frostbyte.core.TenantSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPipelineTest {
  private static final TenantId TENANT = TenantId.of("acme");
  private static final Caller CALLER = new Caller("ada", "test");

  @TempDir Path folder;

  @Test
  void isWhatPipelineEmbeddedOpens() {
    assertThat(ServiceLoader.load(PipelineDefaults.class).findFirst())
        .containsInstanceOf(EmbeddedPipeline.class);
  }

  @Test
  void opensWithEveryDefaultPluginAndKeepsTenants() {
    try (Pipeline pipeline = EmbeddedPipeline.open(home(), keyFile())) {
      pipeline.createTenant(TENANT, CALLER);
    }
    try (Pipeline pipeline = EmbeddedPipeline.open(home(), keyFile());
        TenantSession session = pipeline.open(TENANT, CALLER)) {
      assertThat(session.sealAudit().note())
          .contains(EmbeddedPipeline.verifierKey(home(), keyFile()).split("\\+")[0]);
      assertThat(session.verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void writesNothingButHomeAndKeyFile() throws Exception {
    try (Pipeline pipeline = EmbeddedPipeline.open(home(), keyFile())) {
      pipeline.createTenant(TENANT, CALLER);
    }
    try (var entries = Files.list(folder)) {
      assertThat(entries).containsExactlyInAnyOrder(home(), folder.resolve("keys"));
    }
  }

  @Test
  void whatIsChosenTakesThePlaceOfADefaultAndNotOfAnotherChoice() {
    try (Pipeline pipeline = plain().embedding("onnx").inspector("pii").build()) {
      pipeline.createTenant(TENANT, CALLER);
    }
    assertThatThrownBy(() -> plain().host("process", Map.of()).build())
        .hasMessageContaining("chosen twice");
  }

  private PipelineBuilder plain() {
    return EmbeddedPipeline.builder(home(), keyFile()).host("process", Map.of("sandbox", "plain"));
  }

  @Test
  void refusesAKeyFileInsideTheHome() {
    Path inside = home().resolve("x").resolve("..").resolve("keys");
    assertThatThrownBy(() -> EmbeddedPipeline.open(home(), inside))
        .hasMessageContaining("inside the home");
    assertThat(home()).doesNotExist();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path keyFile() {
    return folder.resolve("keys").resolve("frostbyte.keys");
  }
}
