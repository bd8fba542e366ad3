package humeur.page;

import humeur.azure.PackagedService;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A test that opens the packaged service's page in Chromium and gets a {@link Visit}. Where there is no Chromium it does not
 * run, unless the property {@code humeur.browser} is {@code required}: then it fails.
 */
@Tag("browser")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({PackagedService.class, InChromium.Visits.class})
@interface InChromium {
    /** Makes a visit for each test, and ends it with what every page has to be free of. */
    final class Visits implements ExecutionCondition, ParameterResolver, AfterEachCallback {
        private static final Namespace NAMESPACE = Namespace.create(InChromium.class);

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean required = "required".equals(System.getProperty("humeur.browser"));
            if (required || Chromium.find().isPresent()) {
                return ConditionEvaluationResult.enabled("There is a Chromium, or there has to be one");
            }
            return ConditionEvaluationResult.disabled("There is no Chromium: the page was NOT tested");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Visit.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Chromium chromium = context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            Visit.class,
                            key -> new Visit(
                                    chromium.browser(),
                                    "http://localhost:" + System.getProperty("quarkus.http.test-port")),
                            Visit.class);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            Visit visit = context.getStore(NAMESPACE).remove(Visit.class, Visit.class);
            if (visit != null) {
                visit.end();
            }
        }
    }
}
