package io.minsheng.platform.web;

import java.util.List;

/** Tells what the framework's reader of forms refuses from other failures: it throws nothing more telling than its messages. */
final class FormReader {

    private static final List<String> TOO_MANY = List.of("Param limit of ");
    /** A form is read in one of two ways, as the page asks for single fields or for all, and with files in a third one. */
    private static final List<String> UNREADABLE = List.of("Failed to decode URL ", "URLDecoder: ",
            "Connection terminated parsing multipart request");

    private FormReader() {
    }

    /** A form with more fields or files than {@code quarkus.http.limits.max-parameters}. */
    static boolean foundTooMany(Throwable e) {
        return says(e, TOO_MANY);
    }

    /** A form with a percent sign that stands for nothing, or with files that breaks off. */
    static boolean couldNotRead(Throwable e) {
        return says(e, UNREADABLE);
    }

    private static boolean says(Throwable e, List<String> beginnings) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && beginnings.stream().anyMatch(message::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
