import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button';

interface Props {
  readonly title: string;
  readonly advice: string;
  readonly retryLabel: string;
  /** A new value tries again: another screen, another document. */
  readonly attempt: string;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
  readonly attempt: string;
}

/** Keeps one screen's fault from taking the rest of the page. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, attempt: this.props.attempt };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.attempt === state.attempt ? null : { error: null, attempt: props.attempt };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="empty" role="alert">
        <h1>{this.props.title}</h1>
        <p>{this.props.advice}</p>
        <p className="muted small">{error.message}</p>
        <Button variant="primary" onPress={() => this.setState({ error: null })}>
          {this.props.retryLabel}
        </Button>
      </div>
    );
  }
}
