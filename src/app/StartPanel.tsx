import { Compass, MapPin, Upload } from 'lucide-react';
import { useState } from 'react';
import { useDiagnosis, useServices, useText } from '../panels/useApp';
import { departements, fictional } from '../territory/departements';
import { Button, LinkButton } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';
import { FileChooser } from '../ui/FileDrop';
import { SelectField } from '../ui/SelectField';

const options = departements.map((d) => ({ id: d.code, label: `${d.name} (${d.code})` }));

/** First visit: three doors over the demonstration already drawn. */
export default function StartPanel() {
  const text = useText();
  const { show, openDepartement, openDemonstration } = useServices();
  const [place, setPlace] = useState(useDiagnosis().departement);
  const [code, setCode] = useState<string | null>(null);
  const t = text.ui.start;
  return (
    <DialogBox title={t.title} isOpen wide closeLabel={text.ui.close} onClose={() => show(null)}>
      <p>{t.promise}</p>
      <ul className="doors">
        <li className="door">
          <Compass aria-hidden />
          <h3>{t.explore}</h3>
          <p>{t.exploreText}</p>
          <Button variant="primary" onPress={() => show(null)}>
            {t.exploreAction}
          </Button>
        </li>
        <li className="door">
          <Upload aria-hidden />
          <h3>{t.files}</h3>
          <p>{t.filesText}</p>
          <SelectField label={text.ui.bar.departement} hiddenLabel options={options} value={place} onChange={setPlace} />
          <FileChooser
            label={t.filesAction}
            variant="plain"
            onFiles={(files) => {
              show(null);
              openDepartement(place, files);
            }}
          />
        </li>
        <li className="door">
          <MapPin aria-hidden />
          <h3>{t.departement}</h3>
          <p>{t.departementText}</p>
          <SelectField
            label={text.ui.bar.departement}
            hiddenLabel
            options={options}
            value={code}
            onChange={setCode}
            placeholder={t.choose}
          />
          <Button
            isDisabled={code === null}
            onPress={() => {
              if (!code) return;
              show(null);
              openDepartement(code);
            }}
          >
            {t.departementAction}
          </Button>
        </li>
      </ul>
      <p className="line">
        <LinkButton
          onPress={() => {
            show(null);
            openDemonstration(fictional.code);
          }}
        >
          {t.fictional}
        </LinkButton>
        <span className="muted small">{t.fictionalText}</span>
      </p>
      <p className="muted small">{t.privacy}</p>
    </DialogBox>
  );
}
