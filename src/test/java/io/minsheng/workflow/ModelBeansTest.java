package io.minsheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** A model that names a step nobody has written would fail only when a case comes by. */
@QuarkusTest
class ModelBeansTest {

    @Inject
    @Any
    Instance<Step> steps;

    @Test
    void everyServiceTaskHasItsStepAndEveryStepItsServiceTask() throws IOException {
        Set<String> named = new TreeSet<>();
        for (File model : ModelRulesTest.models()) {
            Bpmn.readModelFromFile(model).getModelElementsByType(ServiceTask.class)
                    .forEach(each -> named.add(each.getCamundaDelegateExpression().replaceAll("[${}]", "")));
        }
        Set<String> written = steps.handlesStream().map(each -> each.getBean().getBeanClass().getSimpleName())
                .map(each -> Character.toLowerCase(each.charAt(0)) + each.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(named);
    }
}
