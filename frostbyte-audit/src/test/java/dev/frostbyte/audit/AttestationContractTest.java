package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.testkit.AuditLogContract;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** The testkit's contract about witnesses, time stamps and keys sees what a provider does wrong. */
final class AttestationContractTest {
  private static final Set<String> PARTS =
      Set.of("AuditWitnessContract", "AuditTimeStampContract", "AuditKeyContract");
  private static final ThreadLocal<UnaryOperator<AuditProvider>> WRAPPED =
      ThreadLocal.withInitial(UnaryOperator::identity);

  @Test
  void aSoundProviderPasses() {
    TestExecutionSummary summary = run(UnaryOperator.identity());
    assertThat(summary.getFailures()).isEmpty();
    assertThat(summary.getTestsSucceededCount()).isGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void aProviderWithAFlawFails(AttestationFlaw flaw) {
    List<Failure> failures = run(flaw::on).getFailures();
    assertThat(failures)
        .as("tests that see %s", flaw)
        .anyMatch(failure -> failure.getException() instanceof AssertionError);
    failures.forEach(seen -> System.out.println(flaw + ": " + name(seen)));
  }

  private static String name(Failure failure) {
    return failure.getTestIdentifier().getDisplayName();
  }

  private static TestExecutionSummary run(UnaryOperator<AuditProvider> wrapped) {
    PostDiscoveryFilter parts = test -> FilterResult.includedIf(isOfTheParts(test));
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(Contract.class))
            .filters(parts)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    WRAPPED.set(wrapped);
    try {
      LauncherFactory.create().execute(request, summary);
    } finally {
      WRAPPED.remove();
    }
    return summary.getSummary();
  }

  private static boolean isOfTheParts(TestDescriptor test) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .filter(
            source -> PARTS.contains(source.getJavaMethod().getDeclaringClass().getSimpleName()))
        .isPresent();
  }

  /** Run by the tests of this class only: a nested class is none of the module's own tests. */
  static final class Contract extends AuditLogContract {
    private final MemoryKeys keys = new MemoryKeys();

    @Override
    protected AuditProvider provider(DurableDirectory deployment) throws IOException {
      JournalShape onRequest = JournalShape.STANDARD.sealing(Sealing.ON_REQUEST);
      return WRAPPED
          .get()
          .apply(FileAuditProvider.open(deployment, keys, "example.com/frostbyte", onRequest));
    }
  }
}
