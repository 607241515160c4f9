package io.minsheng.triage.similar.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.minsheng.identity.CurrentActor;
import io.minsheng.platform.error.Refusal;
import io.minsheng.triage.similar.KeepSynonyms;
import io.minsheng.triage.similar.Synonyms;
import io.minsheng.triage.similar.Synonyms.Row;

/** The words that mean the same when suggestions are compared. */
@Path("/api/v1/synonyms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "相似建议")
public class SynonymResource {

    private final Synonyms synonyms;
    private final KeepSynonyms keep;
    private final CurrentActor actor;

    SynonymResource(Synonyms synonyms, KeepSynonyms keep, CurrentActor actor) {
        this.synonyms = synonyms;
        this.keep = keep;
        this.actor = actor;
    }

    /** A row; {@code others} is empty when it was taken away. */
    public record RowAnswer(String word, List<String> others, boolean shipped, boolean own) {

        static RowAnswer of(Row row) {
            return new RowAnswer(row.word(), row.others(), row.shipped(), row.own());
        }
    }

    /** Every row. */
    public record Answers(List<RowAnswer> items) {
    }

    /** The words for the same. */
    public record OthersBody(List<String> others) {
    }

    @GET
    @RolesAllowed({ "TRIAGE", "CHIEF", "ADMIN" })
    @Operation(summary = "同义词表", description = "随程序附带的和本单位修改的；比对相似建议时，同一组的词视为相同。")
    public Answers list() {
        return new Answers(synonyms.all().stream().map(RowAnswer::of).toList());
    }

    @PUT
    @Path("/{word}")
    @RolesAllowed({ "CHIEF", "ADMIN" })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "增加或修改一组同义词", description = "立即生效，记入审计。")
    public RowAnswer say(@PathParam("word") String word, OthersBody body) {
        if (body == null || body.others() == null || body.others().contains(null)) {
            throw Refusal.invalid("others", "请提交同义词。");
        }
        return RowAnswer.of(keep.say(word, String.join("、", body.others()), actor.get()));
    }

    @DELETE
    @Path("/{word}")
    @RolesAllowed({ "CHIEF", "ADMIN" })
    @Operation(summary = "去掉一组同义词")
    public void remove(@PathParam("word") String word) {
        keep.remove(word, actor.get());
    }

    @POST
    @Path("/{word}/restore")
    @RolesAllowed({ "CHIEF", "ADMIN" })
    @Operation(summary = "恢复随程序附带的一组同义词")
    public void restore(@PathParam("word") String word) {
        keep.restore(word, actor.get());
    }
}
