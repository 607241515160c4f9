package io.minsheng.platform.web;

import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;

/**
 * Finds names of a template that are used further in: within a loop, an included page, a tag. Qute asks each of its resolvers,
 * one for every type of the program, at each level before it looks one level further out; that made up a quarter of a page.
 */
@EngineConfiguration
public final class OuterNames implements ValueResolver {

    /** Qute's name for the first part of an expression; only this one may be looked for further out. */
    private static final String FIRST_PART = "EvalContextImpl";

    @Override
    public int getPriority() {
        return 100;
    }

    @Override
    public boolean appliesTo(EvalContext context) {
        Object base = context.getBase();
        return (base == null || base instanceof Mapper || base instanceof Map) && context.getParams().isEmpty()
                && base == context.resolutionContext().getData() && context.getClass().getSimpleName().equals(FIRST_PART);
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        for (ResolutionContext level = context.resolutionContext(); level != null; level = level.getParent()) {
            Object data = level.getData();
            if (data != null && !(data instanceof Mapper) && !(data instanceof Map)) {
                // its properties come before what lies further out
                break;
            }
            CompletionStage<Object> found = at(data, context.getName());
            if (found != null && !(found instanceof CompletedStage<Object> known && Results.isNotFound(known.get()))) {
                return found;
            }
        }
        return Results.notFound(context);
    }

    private static CompletionStage<Object> at(Object data, String name) {
        if (data instanceof Mapper mapper) {
            return mapper.appliesTo(name) ? mapper.getAsync(name) : null;
        }
        return data instanceof Map<?, ?> map && map.containsKey(name) ? CompletedStage.of(map.get(name)) : null;
    }
}
