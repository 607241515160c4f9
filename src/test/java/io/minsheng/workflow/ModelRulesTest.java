package io.minsheng.workflow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Holds every model in {@code bpmn/} to the rules of the house; a new model is checked without touching this test. */
@DisplayName("Every process model")
class ModelRulesTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Pattern MEANINGFUL_ID = Pattern
            .compile("(Start|End|Task|Gateway|Flow|Catch|Call|Sub|Boundary|Message|Error)_([A-Z][a-z]+)+");
    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}，、；（）？]+");
    private static final Pattern STEP = Pattern.compile("\\$\\{[a-z][A-Za-z]+}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{([a-z][A-Za-z]*) == '([A-Z][A-Z_]*)'}");
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    private static final Set<String> ROLES = Set.of("REGISTRAR", "TRIAGE", "DEPARTMENT", "CHIEF", "LEADER", "AUDITOR", "ADMIN");
    private static final Set<String> SUBJECTS = Set.of("CASE", "LIST", "PROJECT", "MESSAGE");

    /** Variables hold ids, organisation codes, counts, outcomes and dates; a new one is declared here first. */
    private static final Set<String> VARIABLES = Set.of("caseNumber", "campaign", "listId", "messageId", "roundId", "partCount",
            "organisation", "part", "outcome", "dueAt", "remindAt", "supplementDue", "byHand", "evaluationResult",
            "decisionResult",
            "owed", "way", "anyAdopted", "projectId", "projectState", "caseCount", "nextReportAt", "restartAt",
            "replyDue", "heldUntil");

    /** The values that steps and completions give to the variables that gateways ask. {@code outcome} depends on the queue. */
    private static final Map<String, Set<String>> VALUES = Map.of(
            "evaluationResult", Set.of("COMPLETE", "RETURNED"),
            "decisionResult", Set.of("ADOPTED", "NOT_ADOPTED", "RESERVED"),
            "part", Set.of("LEAD", "ASSIST"),
            "owed", Set.of("YES", "NO", "RELEASED"),
            "restartAt", Set.of("CONCLUSION", "TRIAGE", "ANSWER"),
            "anyAdopted", Set.of("YES", "NO"),
            "byHand", Set.of("YES", "NO"),
            "projectState", Set.of("ONGOING", "COMPLETED"),
            "way", Set.of("EMAIL", "SMS", "LETTER", "PHONE", "ONLINE"));

    /** What “complete” takes, by role and queue (and step); WAIVE is a call of its own that ends an evaluation task. */
    private static final Map<String, Set<String>> OUTCOMES = Map.ofEntries(
            Map.entry("TRIAGE TRIAGE", Set.of("ACCEPT", "ASK_SUPPLEMENT", "REFER", "REJECT")),
            Map.entry("DEPARTMENT EVALUATION", Set.of("SUBMIT", "RETURN", "WAIVE")),
            Map.entry("CHIEF EXTENSION", Set.of("APPROVE", "REFUSE")),
            Map.entry("TRIAGE CONCLUSION", Set.of("SHORTLIST", "NOT_ADOPT", "RESERVE", "RE_EVALUATE")),
            Map.entry("TRIAGE SHORTLIST", Set.of("FREEZE")),
            Map.entry("CHIEF DECISION", Set.of("RECORD")),
            Map.entry("TRIAGE PUBLICATION DRAFT", Set.of("SUBMIT")),
            Map.entry("TRIAGE PUBLICATION CORRECT", Set.of("SUBMIT", "CANCEL")),
            Map.entry("CHIEF PUBLICATION REDACT", Set.of("REDACT", "DECLINE")),
            Map.entry("CHIEF PUBLICATION RELEASE", Set.of("RELEASE", "RETURN")),
            Map.entry("TRIAGE ANSWER DRAFT", Set.of("SUBMIT")),
            // a release with holdMinutes
            Map.entry("CHIEF ANSWER RELEASE", Set.of("RELEASE", "RETURN", "HOLD")),
            Map.entry("TRIAGE ANSWER DELIVER", Set.of("DONE")),
            Map.entry("DEPARTMENT PROGRESS", Set.of("REPORT")),
            Map.entry("CHIEF SUPERVISION NOTICE", Set.of("ISSUE", "DISMISS")),
            Map.entry("DEPARTMENT SUPERVISION REPLY", Set.of("REPLY")),
            Map.entry("LEADER SUPERVISION INTERVIEW", Set.of("APPROVE", "DECLINE")),
            Map.entry("TRIAGE REVIEW", Set.of("CASE", "ATTACH", "IGNORE")),
            Map.entry("TRIAGE REVIEW TELL", Set.of("DONE", "ANSWERED", "UNREACHABLE")),
            Map.entry("TRIAGE REVIEW RATING", Set.of("REOPEN", "KEEP")),
            Map.entry("TRIAGE REVIEW PHOTO", Set.of("JUDGE")),
            Map.entry("CHIEF REVIEW PERSON", Set.of("GRANT", "REFUSE")));

    static List<File> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(Path::toFile).toList();
        }
    }

    @Test
    void theFiveOfTheWholeLifeAreThere() throws IOException {
        assertThat(models()).extracting(File::getName)
                .contains("proposal.bpmn", "evaluation.bpmn", "answer.bpmn", "campaign.bpmn", "review.bpmn");
    }

    @Nested
    @DisplayName("as a whole")
    class AsAWhole {

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void isValidAndNamedLikeItsFile(File file) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file);
            Bpmn.validateModel(model);
            Process process = only(model.getModelElementsByType(Process.class));
            assertThat(process.getId() + ".bpmn").isEqualTo(file.getName());
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).matches(CHINESE);
            assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void hasMeaningfulIdsAndChineseNames(File file) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file);
            assertThat(model.getModelElementsByType(FlowElement.class)).allSatisfy(element -> {
                assertThat(element.getId()).matches(MEANINGFUL_ID);
                if (!(element instanceof SequenceFlow)) {
                    assertThat(element.getName()).as(element.getId()).matches(CHINESE);
                }
            });
            assertThat(model.getModelElementsByType(Message.class)).allSatisfy(message -> {
                assertThat(message.getId()).matches(MEANINGFUL_ID);
                assertThat(message.getName()).isEqualTo(message.getId());
            });
            assertThat(model.getModelElementsByType(Error.class)).allSatisfy(error -> {
                assertThat(error.getId()).matches(MEANINGFUL_ID);
                assertThat(error.getErrorCode()).matches("[A-Z_]+");
            });
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void declaresEachMessageThatItWaitsFor(File file) throws Exception {
            Set<String> declared = Bpmn.readModelFromFile(file).getModelElementsByType(Message.class).stream()
                    .map(BaseElement::getId).collect(toSet());
            Set<String> used = elements(file).stream().map(element -> element.getAttribute("messageRef"))
                    .filter(reference -> !reference.isEmpty()).collect(toSet());
            assertThat(used).isEqualTo(declared);
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void callsOnlyModelsThatExistAndHandsOverTheBusinessKey(File file) {
            Collection<CallActivity> calls = Bpmn.readModelFromFile(file).getModelElementsByType(CallActivity.class);
            assertThat(calls).allSatisfy(call -> {
                assertThat(MODELS.resolve(call.getCalledElement() + ".bpmn")).exists();
                assertThat(call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list())
                        .extracting(CamundaIn::getCamundaBusinessKey).contains(BUSINESS_KEY);
            });
        }
    }

    @Nested
    @DisplayName("holds no code:")
    class HoldsNoCode {

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void noScriptsConnectorsClassNamesOrListeners(File file) throws Exception {
            assertThat(elements(file)).allSatisfy(element -> {
                assertThat(element.getLocalName()).isNotIn("scriptTask", "script", "connector", "executionListener",
                        "taskListener", "formData", "field");
                for (String attribute : List.of("class", "expression", "resultVariable", "type", "variableMappingClass",
                        "variableMappingDelegateExpression", "sourceExpression")) {
                    assertThat(element.hasAttributeNS(CAMUNDA, attribute)).as(attribute).isFalse();
                    // camunda:in and camunda:out carry theirs without a prefix
                    assertThat(element.hasAttribute(attribute)).as(attribute).isFalse();
                }
            });
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void serviceTasksNameAStep(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(ServiceTask.class))
                    .allSatisfy(task -> assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches(STEP));
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void expressionsAreOneDeclaredVariableOrItsComparisonWithAConstant(File file) throws Exception {
            for (Element element : elements(file)) {
                for (Node place : placesForExpressions(element)) {
                    assertSimple(element, place);
                }
            }
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void handsOverDeclaredVariablesOnly(File file) throws Exception {
            Set<String> handedOver = elements(file).stream()
                    .flatMap(element -> Stream.of(element.getAttribute("source"), element.getAttribute("target"),
                            element.getLocalName().equals("inputParameter") ? element.getAttribute("name") : ""))
                    .filter(name -> !name.isEmpty()).collect(toSet());
            assertThat(VARIABLES).containsAll(handedOver);
        }

        private void assertSimple(Element element, Node place) {
            String text = place.getNodeValue().strip();
            String where = element.getAttribute("id") + ' ' + place.getNodeName() + ' ' + text;
            if ("delegateExpression".equals(place.getLocalName())) {
                assertThat(text).as(where).matches(STEP);
            } else if ("businessKey".equals(place.getLocalName())) {
                assertThat(text).as(where).isEqualTo(BUSINESS_KEY);
            } else {
                Pattern allowed = element.getLocalName().equals("conditionExpression") ? CONDITION : VARIABLE;
                Matcher matcher = allowed.matcher(text);
                assertThat(matcher.matches()).as(where).isTrue();
                assertThat(VARIABLES).as(where).contains(matcher.group(1));
            }
        }

        private List<Node> placesForExpressions(Element element) {
            List<Node> places = new ArrayList<>();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                places.add(element.getAttributes().item(i));
            }
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.TEXT_NODE) {
                    places.add(child);
                }
            }
            return places.stream().filter(place -> place.getNodeValue().contains("${") || place.getNodeValue().contains("#{"))
                    .toList();
        }
    }

    @Nested
    @DisplayName("at user tasks")
    class AtUserTasks {

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void namesRoleDueDatePageAndQueue(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
                assertThat(ROLES).contains(task.getCamundaCandidateGroups());
                assertThat(task.getCamundaDueDate()).matches(VARIABLE);
                assertThat(task.getCamundaFormKey()).matches("staff/tasks/[a-z]+");
                assertThat(SUBJECTS).containsAll(List.of(property(task, "subject").split(",")));
                assertThat(property(task, "due")).satisfiesAnyOf(due -> assertThat(due).isNull(),
                        due -> assertThat(VARIABLES).contains(due));
                assertThat(OUTCOMES).containsKey(queue(task));
                assertThat(task.getCamundaAssignee()).isNull();
            });
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void everyOutcomeHasAWay(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
                FlowNode next = only(task.getOutgoing()).getTarget();
                Set<String> expected = OUTCOMES.get(queue(task));
                if (next instanceof ExclusiveGateway gateway && "outcome".equals(asked(gateway))) {
                    assertThat(answers(gateway)).as(task.getId()).isEqualTo(expected);
                } else {
                    assertThat(expected).as(task.getId() + " needs no gateway").hasSize(1);
                }
            });
        }
    }

    @Nested
    @DisplayName("at gateways")
    class AtGateways {

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void asksAQuestion(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(Gateway.class))
                    .allSatisfy(gateway -> assertThat(gateway.getName()).as(gateway.getId()).endsWith("？"));
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void namesEachWayThatLeaves(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(ExclusiveGateway.class)).allSatisfy(
                    gateway -> assertThat(gateway.getOutgoing())
                            .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).matches(CHINESE)));
        }

        @ParameterizedTest
        @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
        void asksOneVariableAndCoversItsValues(File file) {
            assertThat(Bpmn.readModelFromFile(file).getModelElementsByType(ExclusiveGateway.class)).allSatisfy(gateway -> {
                String variable = asked(gateway);
                assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1)
                        .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                                .as(flow.getId()).isEqualTo(flow == gateway.getDefault()));
                if ("outcome".equals(variable)) {
                    assertThat(gateway.getIncoming())
                            .allSatisfy(flow -> assertThat(flow.getSource()).isInstanceOf(UserTask.class));
                } else if (gateway.getDefault() == null) {
                    assertThat(answers(gateway)).as(gateway.getId()).isEqualTo(VALUES.get(variable));
                } else {
                    assertThat(VALUES.get(variable)).as(gateway.getId()).containsAll(answers(gateway));
                }
            });
        }
    }

    private static String asked(ExclusiveGateway gateway) {
        return only(gateway.getOutgoing().stream().filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> condition(flow).group(1)).collect(toSet()));
    }

    private static Set<String> answers(ExclusiveGateway gateway) {
        return gateway.getOutgoing().stream().filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> condition(flow).group(2)).collect(toSet());
    }

    private static Matcher condition(SequenceFlow flow) {
        Matcher matcher = CONDITION.matcher(flow.getConditionExpression().getTextContent().strip());
        assertThat(matcher.matches()).as(flow.getId()).isTrue();
        return matcher;
    }

    private static String queue(UserTask task) {
        String step = property(task, "step");
        return task.getCamundaCandidateGroups() + ' ' + property(task, "queue") + (step == null ? "" : ' ' + step);
    }

    private static String property(UserTask task, String name) {
        return task.getExtensionElements().getChildElementsByType(
                org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> property.getCamundaName().equals(name))
                .map(CamundaProperty::getCamundaValue).findFirst().orElse(null);
    }

    private static <T> T only(Collection<T> one) {
        assertThat(one).hasSize(1);
        return one.iterator().next();
    }

    private static List<Element> elements(File file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        // the process only: the diagram has its own test
        NodeList all = ((Element) factory.newDocumentBuilder().parse(file)
                .getElementsByTagNameNS("http://www.omg.org/spec/BPMN/20100524/MODEL", "process").item(0))
                .getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }
}
