package humeur.api;

import humeur.api.ItemResult.Predicted;
import humeur.api.ItemResult.Refused;
import humeur.api.PredictRequest.Invalid;
import humeur.api.PredictRequest.Item;
import humeur.api.PredictRequest.Text;
import humeur.sentiment.Deadline;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Prediction;
import humeur.sentiment.RunQueue;
import humeur.sentiment.SentimentModel;
import humeur.telemetry.Outcome;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From a request's document to the answer: refuses what is no text, has the rest predicted, counts the units. */
@Singleton
class Predictions {
    private final Models models;
    private final Validator validator;
    private final PredictionIds ids;
    private final RunQueue queue;
    private final Duration deadline;
    private final boolean tellsText;

    /** @param tellsText whether the operator wants observers to see the texts */
    Predictions(
            Models models,
            Validator validator,
            PredictionIds ids,
            RunQueue queue,
            InferenceSettings inference,
            @ConfigProperty(name = "humeur.telemetry.text", defaultValue = "false") boolean tellsText) {
        this.models = models;
        this.validator = validator;
        this.ids = ids;
        this.queue = queue;
        this.deadline = inference.deadline();
        this.tellsText = tellsText;
    }

    /** Answers {@code POST /predict}. */
    Answer single(Request request) throws InvalidRequestException {
        return results(RequestReader.single(request.body()), deadline(request))
                .get(0)
                .alone();
    }

    /** Answers {@code POST /predict/batch}. */
    Answer batch(Request request) throws InvalidRequestException {
        List<ItemResult> results = results(RequestReader.batch(request.body()), deadline(request));
        Outcome outcome = Outcome.of(results.stream().map(ItemResult::outcome).toList());
        int units = outcome.units();
        String body = Json.object(json -> {
            json.writeArrayFieldStart("results");
            for (ItemResult result : results) {
                result.write(json);
            }
            json.writeEndArray();
            json.writeNumberField("units", units);
        });
        return new Answer(200, Units.header(units), Answer.JSON, body, outcome);
    }

    /** One result for each item, in their order; the model reads only those that are texts, and all of them at once. */
    private List<ItemResult> results(PredictRequest request, Deadline until) {
        ModelSlot slot = models.slot(request.model());
        List<Optional<Refused>> refusals =
                request.items().stream().map(this::refusal).toList();
        List<String> texts = IntStream.range(0, refusals.size())
                .filter(i -> refusals.get(i).isEmpty())
                .mapToObj(i -> ((Text) request.items().get(i)).value())
                .toList();
        Iterator<String> text = texts.iterator();
        Iterator<Prediction> predictions = predict(slot, texts, request.explain(), until);
        List<ItemResult> results = new ArrayList<>(refusals.size());
        for (Optional<Refused> refusal : refusals) {
            results.add(
                    refusal.isPresent()
                            ? refusal.get()
                            : new Predicted(ids.next(), slot.manifest(), text.next(), tellsText, predictions.next()));
        }
        return results;
    }

    private Optional<Refused> refusal(Item item) {
        if (item instanceof Invalid invalid) {
            return Optional.of(Refused.because(List.of(invalid.violation())));
        }
        Set<ConstraintViolation<Text>> violations = validator.validate((Text) item);
        return violations.stream()
                .findFirst()
                .map(violation -> Refused.because(kind(violation), violation.getMessage()));
    }

    private static String kind(ConstraintViolation<Text> violation) {
        Class<?> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        return constraint == NotBlank.class ? "blank_text" : "numeric_text";
    }

    /** A model is not even opened for nothing, and one that is still being opened keeps nobody else waiting. */
    private Iterator<Prediction> predict(ModelSlot slot, List<String> texts, boolean explain, Deadline until) {
        if (texts.isEmpty()) {
            return Collections.emptyIterator();
        }
        SentimentModel model = slot.model(until);
        return queue.run(until, () -> model.predict(texts, explain, until)).iterator();
    }

    private Deadline deadline(Request request) {
        return Deadline.after(deadline, request.abandoned());
    }
}
