package io.minsheng.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import io.quarkus.test.junit.QuarkusTest;

/** Names of a template are found further out, at once, and nothing else is. */
@QuarkusTest
class OuterNamesTest {

    @Inject
    Engine engine;

    /** Is asked when all other resolvers have been. */
    @EngineConfiguration
    public static final class InVain implements ValueResolver {

        static final AtomicInteger ASKED = new AtomicInteger();

        @Override
        public int getPriority() {
            return Integer.MIN_VALUE;
        }

        @Override
        public boolean appliesTo(EvalContext context) {
            ASKED.incrementAndGet();
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext context) {
            return Results.notFound(context);
        }
    }

    @Test
    void areFoundWithinLoops() {
        assertThat(rendered("{#for each in list}{#for other in list}{name}{each}{other} {/for}{/for}",
                Map.of("list", List.of(1, 2), "name", "n"))).isEqualTo("n11 n12 n21 n22 ");
        assertThat(rendered("{#for each in list}{each_count}{/for}", Map.of("list", List.of(1, 2)))).isEqualTo("12");
    }

    @Test
    void areThoseThatAreNearest() {
        assertThat(
                rendered("{#let name='near'}{#for each in list}{name}{/for}{/let}", Map.of("list", List.of(1), "name", "far")))
                .isEqualTo("near");
    }

    @Test
    void arePropertiesOfWhatIsNearerFirst() {
        assertThat(rendered("{#with each}{length}{name}{/with}", Map.of("each", "四个字的", "length", "far", "name", "n")))
                .isEqualTo("4n");
    }

    @Test
    void areNotPropertiesOfNothing() {
        Map<String, Object> data = new HashMap<>(Map.of("name", "outer", "list", List.of(1)));
        data.put("nothing", null);

        assertThat(rendered("{#for each in list}{nothing.name ?: 'none'}{/for}{nothing.name ?: 'none'}", data))
                .isEqualTo("nonenone");
    }

    @Test
    void costNoSearchThroughAllResolversOnAPage() {
        given().get("/").then().statusCode(200);
        int before = InVain.ASKED.get();
        given().get("/").then().statusCode(200);

        assertThat(InVain.ASKED.get() - before).as("names that nobody knew at some level").isLessThan(40);
    }

    private String rendered(String template, Map<String, Object> data) {
        var instance = engine.parse(template).instance();
        data.forEach(instance::data);
        return instance.render();
    }
}
