package humeur.api;

import humeur.api.ItemResult.Predicted;
import humeur.api.ItemResult.Refused;
import humeur.api.PredictRequest.Invalid;
import humeur.api.PredictRequest.Item;
import humeur.api.PredictRequest.Text;
import humeur.sentiment.ModelSlot;
import humeur.sentiment.Prediction;
import humeur.sentiment.SentimentModel;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From a request's document to the answer: refuses what is no text, has the rest predicted, counts the units. */
@Singleton
class Predictions {
    private final Models models;
    private final Validator validator;
    private final PredictionIds ids;

    Predictions(Models models, Validator validator, PredictionIds ids) {
        this.models = models;
        this.validator = validator;
        this.ids = ids;
    }

    /** Answers {@code POST /predict}. */
    Answer single(byte[] document) throws InvalidRequestException {
        return results(RequestReader.single(document)).get(0).alone();
    }

    /** Answers {@code POST /predict/batch}. */
    Answer batch(byte[] document) throws InvalidRequestException {
        List<ItemResult> results = results(RequestReader.batch(document));
        int units = results.stream().mapToInt(ItemResult::units).sum();
        String body = Json.object(json -> {
            json.writeArrayFieldStart("results");
            for (ItemResult result : results) {
                result.write(json);
            }
            json.writeEndArray();
            json.writeNumberField("units", units);
        });
        return new Answer(200, Units.header(units), Answer.JSON, body);
    }

    /** One result for each item, in their order; the model reads only those that are texts, and all of them at once. */
    private List<ItemResult> results(PredictRequest request) {
        ModelSlot slot = models.slot(request.model());
        List<ItemResult> results = new ArrayList<>(request.items().size());
        List<String> texts = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Item item : request.items()) {
            if (item instanceof Invalid invalid) {
                results.add(Refused.because(List.of(invalid.violation())));
                continue;
            }
            Text text = (Text) item;
            Set<ConstraintViolation<Text>> violations = validator.validate(text);
            if (violations.isEmpty()) {
                places.add(results.size());
                texts.add(text.value());
            }
            // The place of a good text is taken by its prediction below.
            results.add(Refused.because(violations.stream()
                    .map(ConstraintViolation::getMessage)
                    .findFirst()
                    .orElse("")));
        }
        if (!texts.isEmpty()) {
            SentimentModel model = slot.model();
            List<Prediction> predictions = model.predict(texts, request.explain());
            for (int i = 0; i < predictions.size(); i++) {
                results.set(places.get(i), new Predicted(ids.next(), slot.manifest(), predictions.get(i)));
            }
        }
        return results;
    }
}
