package humeur.api;

import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelSlot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Publishes the manifests: {@code GET /models} and {@code GET /models/{name}}. */
@Singleton
class Catalogue {
    private final Models models;

    Catalogue(Models models) {
        this.models = models;
    }

    Answer all() {
        ModelCatalog catalog = models.catalog();
        return Answer.json(200, Json.object(json -> {
            json.writeStringField("default", catalog.defaultSlot().manifest().name());
            json.writeArrayFieldStart("models");
            for (ModelSlot slot : catalog.slots()) {
                json.writeTree(slot.manifest().document());
            }
            json.writeEndArray();
        }));
    }

    Answer one(String name) {
        ModelSlot slot = models.slot(Optional.of(name));
        return Answer.json(
                200, Json.write(json -> json.writeTree(slot.manifest().document())));
    }
}
