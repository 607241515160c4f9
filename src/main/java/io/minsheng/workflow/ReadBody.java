package io.minsheng.workflow;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Unreadable;
import io.minsheng.platform.error.Violation;

/** Reads a JSON body into a form. Every value that cannot be read is named, not only the first. */
@Singleton
public class ReadBody {

    private static final int MOST = 50;
    private static final String BODY = "body";

    private final ObjectMapper json;

    ReadBody(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A body as read.
     *
     * @param form with null where something could not be read
     * @param unreadable unknown fields, and values of a wrong kind, by their path ({@code scores.FEASIBILITY},
     *        {@code items[0].due})
     */
    public record Read<F>(F form, Unreadable unreadable) {
    }

    /**
     * Reads the body.
     *
     * @throws Refusal 400 no object, or too much of it is wrong
     */
    public <F> Read<F> read(JsonNode body, Class<F> form) {
        if (body == null || !body.isObject()) {
            throw Refusal.invalid(BODY, "请求内容应为 JSON 对象。");
        }
        JsonNode rest = body.deepCopy();
        List<Violation> violations = new ArrayList<>();
        while (true) {
            try {
                return new Read<>(json.treeToValue(rest, form), new Unreadable(violations));
            } catch (JsonMappingException e) {
                violations.add(new Violation(name(e.getPath()), "字段名称或取值不正确。"));
                if (violations.size() == MOST || !takeOut(rest, e.getPath())) {
                    throw Refusal.invalid(violations);
                }
            } catch (JsonProcessingException e) {
                // a tree has been parsed already
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String name(List<Reference> path) {
        String name = path.stream().map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]"
                : "." + each.getFieldName()).collect(Collectors.joining());
        return name.isEmpty() ? BODY : name.startsWith(".") ? name.substring(1) : name;
    }

    /** Whether there was a value at the path; it is gone, so that the next reading comes further. */
    private static boolean takeOut(JsonNode from, List<Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode holder = from;
        for (Reference each : path.subList(0, path.size() - 1)) {
            holder = each.getFieldName() == null ? holder.path(each.getIndex()) : holder.path(each.getFieldName());
        }
        Reference last = path.get(path.size() - 1);
        if (holder instanceof ObjectNode object) {
            return last.getFieldName() != null && object.remove(last.getFieldName()) != null;
        }
        // the others keep their places
        return holder instanceof ArrayNode array && array.hasNonNull(last.getIndex())
                && array.set(last.getIndex(), NullNode.instance) != null;
    }
}
