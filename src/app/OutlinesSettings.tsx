import { useApp, useServices, useText } from '../panels/useApp';
import { isFictional } from '../territory/departements';
import { Button } from '../ui/Button';
import { FileChooser } from '../ui/FileDrop';

/** Which outlines the communes are drawn with, and how to get the official ones. */
export function OutlinesSettings() {
  const text = useText();
  const services = useServices();
  const territory = useApp((s) => s.territory);
  const t = text.ui.settings.outlines;
  if (!territory) return null;
  const source = territory.sources.find((s) => s.what === 'outline')?.producer ?? '';
  return (
    <section className="card-part">
      <h3>{t.title}</h3>
      <p className="small">{territory.schematic ? t.schematic : t.official(source)}</p>
      <div className="line">
        {!isFictional(territory.code) && <Button onPress={services.askOutlines}>{t.ask}</Button>}
        <FileChooser
          label={t.choose}
          variant="plain"
          multiple={false}
          accept=".json,.geojson,.topojson"
          onFiles={([file]) => file && services.takeOutlines(file)}
        />
        {!territory.schematic && <Button onPress={services.forgetOutlines}>{t.forget}</Button>}
      </div>
      <p className="small muted">{t.note}</p>
    </section>
  );
}
