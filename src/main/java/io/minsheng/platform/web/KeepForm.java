package io.minsheng.platform.web;

import java.io.IOException;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

/** Keeps the form that a page takes as a whole with its request, where the error page finds it: parameters are gone by then. */
@Provider
public class KeepForm implements ReaderInterceptor {

    static final String PROPERTY = "minsheng.form";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body instanceof MultivaluedMap<?, ?>) {
            context.setProperty(PROPERTY, body);
        }
        return body;
    }
}
