package io.minsheng.platform.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import io.minsheng.platform.error.Refusal;

/**
 * Reads numbers and codes of a query. One that cannot be read is a bad request that names the parameter (contract: 400 unknown
 * query value); the framework would say that there is no such address.
 */
@Provider
public class ReadQueryValues implements ParamConverterProvider {

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String name = Arrays.stream(annotations).filter(QueryParam.class::isInstance).map(QueryParam.class::cast)
                .map(QueryParam::value).findFirst().orElse(null);
        if (name == null) {
            return null;
        }
        if (type == Integer.class) {
            return reading(name, "应为整数。", text -> type.cast(Integer.valueOf(text)));
        }
        if (type.isEnum()) {
            return reading(name, "没有这个取值。", text -> Arrays.stream(type.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text)).findFirst()
                    .orElseThrow(IllegalArgumentException::new));
        }
        return null;
    }

    /** An empty value is none. */
    private static <T> ParamConverter<T> reading(String name, String error, Function<String, T> read) {
        return new ParamConverter<>() {

            @Override
            public T fromString(String text) {
                try {
                    return text == null || text.isBlank() ? null : read.apply(text.strip());
                } catch (IllegalArgumentException unreadable) {
                    throw new BadRequestException(Refusal.invalid(name, error));
                }
            }

            @Override
            public String toString(T value) {
                return value.toString();
            }
        };
    }
}
