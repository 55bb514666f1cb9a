-- Tells a start at once that no template was kept for the model version that persons have.

CREATE INDEX kept_template_by_version ON kept_template (model_version);
