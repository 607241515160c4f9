package io.minsheng.platform.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;

import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * What somebody wrote in the form that ended in an error page: the task was done by a colleague meanwhile, so there is no
 * form to show it in again, and the way back would load an empty one. Sentences only, no codes, numbers or passwords.
 */
final class TypedWords {

    private static final Pattern SENTENCE = Pattern.compile("(?s).*\\p{IsHan}.*");
    private static final int SHORTEST = 5;
    /** A form with this field shows nothing: a password may be a sentence. */
    private static final String PASSWORD = "password";

    private TypedWords() {
    }

    /** The words in the order of the form, each once; none when no form was sent. */
    static List<String> of(ContainerRequestContext request) {
        Set<String> words = new LinkedHashSet<>();
        if (request instanceof ResteasyReactiveContainerRequestContext reactive
                && reactive.getServerRequestContext() instanceof ResteasyReactiveRequestContext context) {
            // a page takes its form as a whole, or field by field
            if (request.getProperty(KeepForm.PROPERTY) instanceof MultivaluedMap<?, ?> form && !form.containsKey(PASSWORD)) {
                form.values().forEach(values -> values.forEach(each -> add(String.valueOf(each), words)));
            }
            addFields(context.getFormData(), words);
        }
        return List.copyOf(words);
    }

    private static void addFields(FormData form, Set<String> words) {
        if (form == null || form.contains(PASSWORD)) {
            return;
        }
        for (String name : form) {
            form.get(name).stream().filter(each -> !each.isFileItem()).forEach(each -> add(each.getValue(), words));
        }
    }

    private static void add(String value, Set<String> words) {
        if (isSentence(value)) {
            words.add(value);
        }
    }

    private static boolean isSentence(String value) {
        return value.strip().length() >= SHORTEST && SENTENCE.matcher(value).matches();
    }
}
