package io.minsheng.platform.web;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.minsheng.platform.error.ConcurrentChange;
import io.minsheng.platform.error.Refusal;
import io.minsheng.platform.error.Violation;
import io.quarkus.qute.Engine;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** The one table from exceptions to statuses, with two faces: a problem document under {@code /api}, a page elsewhere. */
@Singleton
public class ErrorResponses {

    private static final Logger LOG = Logger.getLogger(ErrorResponses.class);

    private final Engine templates;

    ErrorResponses(Engine templates) {
        this.templates = templates;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal, UriInfo uri, ContainerRequestContext request) {
        return answer(Problem.of(refusal), refusal, uri, TypedWords.of(request));
    }

    private Response refusal(Refusal refusal, UriInfo uri) {
        return answer(Problem.of(refusal), refusal, uri, List.of());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return refusal(Refusal.forbidden("您没有办理此项操作的权限。"), uri);
    }

    /** Programs are told, people are led to the login page as the sign-in mechanism wants it. */
    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException e, RoutingContext context) {
        if (Problem.wantedAt(context.normalizedPath())) {
            return Uni.createFrom().item(Response.status(401).header(HttpHeaders.WWW_AUTHENTICATE, Problem.BASIC)
                    .type(Problem.MEDIA_TYPE).entity(Problem.unauthorized()).build());
        }
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).map(challenge -> Response.status(challenge.status)
                .header(challenge.headerName.toString(), challenge.headerContent).build());
    }

    @ServerExceptionMapper
    Response violations(ConstraintViolationException e, UriInfo uri) {
        List<Violation> violations = e.getConstraintViolations().stream().map(ErrorResponses::violation).toList();
        return refusal(Refusal.invalid(violations), uri);
    }

    // the mismatch is named because the framework has a mapper of its own for it
    @ServerExceptionMapper({ MismatchedInputException.class, JsonMappingException.class, JsonProcessingException.class })
    Response json(JsonProcessingException e, UriInfo uri) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return refusal(Refusal.tooLarge("提交的内容太多，没有保存，请减少后重试。"), uri);
        }
        String field = "body";
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            field = String.join(".", mapping.getPath().stream()
                    .map(each -> each.getFieldName() == null ? String.valueOf(each.getIndex()) : each.getFieldName()).toList());
        }
        return refusal(Refusal.invalid(field, "字段名称或取值不正确。"), uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (e.getCause() instanceof Refusal refusal) {
            return refusal(refusal, uri);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json, uri);
        }
        return answer(Problem.of(status, status == 404 ? "没有找到您要的内容，请核对网址。" : "请求无法处理，请核对后重试。"), null, uri, List.of());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, UriInfo uri, ContainerRequestContext request) {
        if (ConcurrentChange.caused(e)) {
            return refusal(Refusal.conflict(ConcurrentChange.DETAIL), uri, request);
        }
        if (FormReader.couldNotRead(e)) {
            return refusal(Refusal.invalid("body", "提交的内容无法读取，没有保存。"), uri);
        }
        if (FormReader.foundTooMany(e)) {
            return refusal(Refusal.tooLarge("一次提交的内容或文件太多，没有保存，请减少后重试。"), uri);
        }
        LOG.errorf(e, "unexpected failure at %s", uri.getPath());
        return answer(Problem.of(500, "系统出错，您的操作没有生效，请稍后重试。"), null, uri, TypedWords.of(request));
    }

    private Response answer(Problem problem, Refusal refusal, UriInfo uri, List<String> words) {
        Response.ResponseBuilder response = Response.status(problem.status());
        if (refusal != null && refusal.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, refusal.retryAfter().toSeconds()));
        }
        if (Problem.wantedAt(uri.getPath())) {
            return response.type(Problem.MEDIA_TYPE).entity(problem).build();
        }
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(templates.getTemplate("error").data("problem", problem).data("words", words).render()).build();
    }

    private static Violation violation(ConstraintViolation<?> each) {
        String path = each.getPropertyPath().toString();
        return new Violation(path.substring(path.indexOf('.') + 1), each.getMessage());
    }
}
