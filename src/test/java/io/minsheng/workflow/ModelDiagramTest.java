package io.minsheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the drawings readable, since residents and staff see them. */
@DisplayName("Every process diagram")
class ModelDiagramTest {

    @ParameterizedTest
    @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
    void showsEachNodeAndEachFlowOnce(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        assertThat(model.getModelElementsByType(BpmnShape.class)).extracting(shape -> shape.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(ids(model.getModelElementsByType(FlowNode.class)));
        assertThat(model.getModelElementsByType(BpmnEdge.class)).extracting(edge -> edge.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(ids(model.getModelElementsByType(SequenceFlow.class)));
    }

    @ParameterizedTest
    @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
    void joinsTheRightShapesWithStraightLines(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            List<Line2D> lines = lines(edge);
            assertThat(lines).as(flow.getId()).allMatch(line -> line.getX1() == line.getX2() || line.getY1() == line.getY2());
            assertThat(touches(shapes.get(flow.getSource().getId()), lines.get(0).getX1(), lines.get(0).getY1()))
                    .as(flow.getId() + " leaves its source").isTrue();
            Line2D last = lines.get(lines.size() - 1);
            assertThat(touches(shapes.get(flow.getTarget().getId()), last.getX2(), last.getY2()))
                    .as(flow.getId() + " reaches its target").isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
    void runsNoLineThroughAnotherShape(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, Rectangle2D> shapes = shapes(model);
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            Set<String> ends = Stream.of(flow.getSource(), flow.getTarget()).flatMap(ModelDiagramTest::itsOwn)
                    .collect(Collectors.toSet());
            shapes.forEach((id, box) -> {
                if (!ends.contains(id) && !(model.getModelElementById(id) instanceof SubProcess)) {
                    assertThat(lines(edge)).as(flow.getId() + " through " + id).noneMatch(box::intersectsLine);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("io.minsheng.workflow.ModelRulesTest#models")
    void keepsShapesAndWordsApart(File file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file);
        Map<String, Rectangle2D> boxes = new LinkedHashMap<>();
        shapes(model).forEach((id, box) -> {
            if (!(model.getModelElementById(id) instanceof SubProcess)
                    && !(model.getModelElementById(id) instanceof BoundaryEvent)) {
                boxes.put(id, box);
            }
        });
        labels(model).forEach((id, box) -> boxes.put("label of " + id, box));
        boxes.forEach((id, box) -> boxes.forEach((otherId, other) -> {
            // a gateway's own question may stand in the empty corner of its box
            if (id.compareTo(otherId) < 0 && !otherId.equals("label of " + id)) {
                assertThat(box.intersects(other)).as(id + " over " + otherId).isFalse();
            }
        }));
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    /** A node and, for an event on a border, the step that it sits on. */
    private static Stream<String> itsOwn(FlowNode node) {
        return node instanceof BoundaryEvent boundary
                ? Stream.of(node.getId(), boundary.getAttachedTo().getId())
                : Stream.of(node.getId());
    }

    private static Map<String, Rectangle2D> shapes(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), shape -> box(shape.getBounds())));
    }

    private static Map<String, Rectangle2D> labels(BpmnModelInstance model) {
        Map<String, Rectangle2D> labels = new LinkedHashMap<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> put(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> put(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel()));
        return labels;
    }

    private static void put(Map<String, Rectangle2D> labels, String id, BpmnLabel label) {
        if (label != null) {
            labels.put(id, box(label.getBounds()));
        }
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Line2D> lines(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        return Stream.iterate(1, i -> i < points.size(), i -> i + 1)
                .<Line2D> map(i -> new Line2D.Double(points.get(i - 1).getX(), points.get(i - 1).getY(),
                        points.get(i).getX(), points.get(i).getY()))
                .toList();
    }

    private static boolean touches(Rectangle2D box, double x, double y) {
        boolean onVertical = (x == box.getMinX() || x == box.getMaxX()) && y >= box.getMinY() && y <= box.getMaxY();
        boolean onHorizontal = (y == box.getMinY() || y == box.getMaxY()) && x >= box.getMinX() && x <= box.getMaxX();
        return onVertical || onHorizontal;
    }
}
