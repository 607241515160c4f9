package io.minsheng.workflow.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ProcessPictureTest {

    private final ProcessPicture picture = new ProcessPicture();

    @Nested
    class OfEveryModel {

        @ParameterizedTest
        @ValueSource(strings = { "proposal", "evaluation", "answer", "campaign", "review" })
        void showsEachNodeAndFlowOnce(String process) {
            BpmnModelInstance model = model(process);
            List<Element> drawn = elements(picture.draw(model, Set.of(), Set.of(), null));
            assertThat(attributes(drawn, "data-activity")).containsExactlyInAnyOrderElementsOf(
                    model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList());
            assertThat(attributes(drawn, "data-flow")).containsExactlyInAnyOrderElementsOf(
                    model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId).toList());
        }

        @ParameterizedTest
        @ValueSource(strings = { "proposal", "evaluation", "answer", "campaign", "review" })
        void obeysTheContentSecurityPolicy(String process) {
            List<Element> drawn = elements(picture.draw(model(process), Set.of(), Set.of(), "你在这里"));
            assertThat(drawn).allSatisfy(element -> {
                assertThat(element.getTagName()).isNotIn("style", "script", "foreignObject", "image", "a");
                assertThat(element.hasAttribute("style")).isFalse();
                assertThat(element.getAttribute("onclick")).isEmpty();
            });
        }
    }

    @Nested
    class ForThoseWhoHearIt {

        @Test
        void isOneImageWithTitleAndWhereabouts() {
            List<Element> drawn = elements(picture.draw(model("proposal"), Set.of("Task_Conclusion"),
                    Set.of("Start_Received", "Task_Triage", "Call_Evaluation"), "你在这里"));
            Element svg = drawn.get(0);
            assertThat(svg.getAttribute("role")).isEqualTo("img");
            assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("bpmn-proposal-title bpmn-proposal-desc");
            assertThat(textOf(drawn, "title")).isEqualTo("建议办理流程图");
            assertThat(textOf(drawn, "desc")).isEqualTo("目前所在环节：形成综合意见。已经过的环节：分类整理、评估论证。");
        }

        @Test
        void saysWhenNothingIsGoingOn() {
            assertThat(textOf(elements(picture.draw(model("review"), Set.of(), Set.of(), null)), "desc"))
                    .isEqualTo("目前没有正在进行的环节。");
        }
    }

    @Nested
    class OfACase {

        @Test
        void marksTheCurrentStepWithABadge() {
            List<Element> drawn = elements(picture.draw(model("proposal"), Set.of("Task_Conclusion"), Set.of(), "你在这里"));
            assertThat(withClass(drawn, "bpmn-current")).extracting(e -> e.getAttribute("data-activity"))
                    .containsExactly("Task_Conclusion");
            assertThat(withClass(drawn, "bpmn-badge")).extracting(Element::getTextContent).containsExactly("你在这里");
        }

        @Test
        void drawsNoBadgeWithoutALabel() {
            assertThat(withClass(elements(picture.draw(model("proposal"), Set.of("Task_Triage"), Set.of(), " ")), "bpmn-badge"))
                    .isEmpty();
        }

        @Test
        void ignoresActivitiesOfOtherModels() {
            assertThat(withClass(elements(picture.draw(model("review"), Set.of("Task_Gone"), Set.of("Task_Old"), "你在这里")),
                    "bpmn-current")).isEmpty();
        }

        @Test
        void showsAStepThatIsWorkedOnAgainAsCurrent() {
            List<Element> drawn = elements(picture.draw(model("proposal"), Set.of("Task_Triage"), Set.of("Task_Triage"), null));
            assertThat(withClass(drawn, "bpmn-current")).hasSize(1);
            assertThat(withClass(drawn, "bpmn-done")).filteredOn(e -> e.hasAttribute("data-activity")).isEmpty();
        }

        @Test
        void marksTheWayThatWasTakenButNoWayBack() {
            List<Element> drawn = elements(picture.draw(model("proposal"), Set.of("Task_Conclusion"),
                    Set.of("Start_Received", "Task_Triage", "Gateway_TriageOutcome", "Task_AskSupplement",
                            "Gateway_TellByHand", "Gateway_SupplementOrExpiry", "Catch_Supplement", "Task_ResumeTriage",
                            "Call_Evaluation",
                            "Gateway_EvaluationResult"),
                    null));
            assertThat(flowsTaken(drawn)).containsExactlyInAnyOrder("Flow_ToTriage", "Flow_Triaged", "Flow_SupplementAsked",
                    "Flow_QuestionAsked", "Flow_QuestionSent", "Flow_AwaitSupplement", "Flow_SupplementReceived",
                    "Flow_Accepted", "Flow_Evaluated",
                    "Flow_EvaluationComplete");
        }

        @Test
        void tellsADecisionFromAConclusionThatEndsAtTheSameStep() {
            List<Element> drawn = elements(picture.draw(model("proposal"), Set.of("Call_Answer"),
                    Set.of("Gateway_ConclusionOutcome", "Task_ShortlistCase", "Catch_ListFrozen", "Task_AwaitDecision",
                            "Catch_Decided", "Task_ApplyDecision", "Gateway_DecisionResult", "Task_DeclineCase"),
                    null));
            assertThat(flowsTaken(drawn)).contains("Flow_Shortlisted", "Flow_NotAdopted", "Flow_DeclinedToAnswer")
                    .doesNotContain("Flow_ConcludedNotAdopted", "Flow_Reserved");
        }

        private List<String> flowsTaken(List<Element> drawn) {
            return withClass(drawn, "bpmn-done").stream().map(e -> e.getAttribute("data-flow")).filter(id -> !id.isEmpty())
                    .toList();
        }
    }

    @Nested
    class InDetail {

        @Test
        void escapesNamesAndLabel() {
            BpmnModelInstance model = model("review");
            model.<Task> getModelElementById("Task_Review").setName("<b>&\"");
            model.<Process> getModelElementById("review").setName("</title><script>");
            String svg = picture.draw(model, Set.of("Task_Review"), Set.of(), "<i>");
            assertThat(svg).doesNotContain("<b>", "<script>", "<i>").contains("&lt;b&gt;&amp;&quot;", "&lt;i&gt;");
            assertThat(elements(svg)).isNotEmpty();
        }

        @Test
        void bordersTheWholeDrawing() {
            Element svg = elements(picture.draw(model("evaluation"), Set.of(), Set.of(), null)).get(0);
            String[] box = svg.getAttribute("viewBox").split(" ");
            assertThat(Double.parseDouble(box[2])).isEqualTo(Double.parseDouble(svg.getAttribute("width")));
            assertThat(Double.parseDouble(box[1])).isLessThan(90 - 24);
        }

        @Test
        void drawsDashedWhatDoesNotInterrupt() {
            List<Element> drawn = elements(picture.draw(model("evaluation"), Set.of(), Set.of(), null));
            assertThat(withClass(drawn, "bpmn-beside")).extracting(e -> e.getAttribute("data-activity"))
                    .containsExactlyInAnyOrder("Boundary_Overdue", "Boundary_ExtensionAsked");
        }

        @Test
        void drawsEventsOnABorderOverTheirStep() {
            List<String> order = attributes(elements(picture.draw(model("evaluation"), Set.of(), Set.of(), null)),
                    "data-activity");
            assertThat(order.indexOf("Boundary_Overdue")).isGreaterThan(order.indexOf("Task_Evaluate"));
            assertThat(order.indexOf("Task_Evaluate")).isGreaterThan(order.indexOf("Sub_Parts"));
        }
    }

    private static BpmnModelInstance model(String process) {
        return Bpmn.readModelFromFile(new File("bpmn/" + process + ".bpmn"));
    }

    private static List<Element> elements(String svg) {
        try {
            NodeList all = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))).getElementsByTagName("*");
            List<Element> elements = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                elements.add((Element) all.item(i));
            }
            return elements;
        } catch (Exception e) {
            throw new AssertionError("The picture is no well-formed XML", e);
        }
    }

    private static List<String> attributes(List<Element> elements, String name) {
        return elements.stream().map(element -> element.getAttribute(name)).filter(value -> !value.isEmpty()).toList();
    }

    private static List<Element> withClass(List<Element> elements, String cssClass) {
        return elements.stream().filter(e -> Stream.of(e.getAttribute("class").split(" ")).anyMatch(cssClass::equals)).toList();
    }

    private static String textOf(List<Element> elements, String tag) {
        return elements.stream().filter(element -> element.getTagName().equals(tag)).findFirst().orElseThrow().getTextContent();
    }
}
